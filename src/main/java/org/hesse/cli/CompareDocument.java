package org.hesse.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hesse.compare.Comparison;
import org.hesse.compare.Summary;
import org.hesse.compare.Tuned;
import org.hesse.compare.Verdict;
import org.hesse.method.MethodText;

/** What came of a comparison, as a document for {@code --json}. */
final class CompareDocument {
    private CompareDocument() {}

    static Map<String, Object> of(Path page, List<String> answer, List<Comparison> sections) {
        Map<String, Object> document = Reply.newDocument();
        document.put("report", page.toString());
        document.put("answer", answer);
        document.put(
                "experiments", sections.stream().map(CompareDocument::describe).toList());
        return document;
    }

    private static Map<String, Object> describe(Comparison section) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", section.experiment().title());
        document.put("problem", section.experiment().problem().name());
        document.put("facts", section.experiment().problem().facts());
        document.put("optimum", section.optimum().value());
        document.put("target", section.target());
        document.put(
                "summaries",
                section.summaries().stream().map(CompareDocument::describe).toList());
        if (!section.tuned().isEmpty()) {
            document.put(
                    "tuned",
                    section.tuned().stream()
                            .map(t -> describe(t, section.asGiven(t)))
                            .toList());
        }
        return document;
    }

    private static Map<String, Object> describe(Tuned tuned, Summary given) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("method", tuned.label());
        document.put("batch", tuned.regime().code());
        document.put("given", MethodText.full(tuned.given()));
        document.put("tuned", MethodText.full(tuned.algorithm()));
        document.put("givenHits", given.hits());
        document.put("givenFinalExcess", given.finalExcess().median());
        document.put("points", tuned.trials().size());
        document.put("passes", tuned.passes());
        document.put("seconds", tuned.seconds());
        document.put("atEdge", tuned.isAtEdge());
        document.put("allDiverged", tuned.allDiverged());
        return document;
    }

    private static Map<String, Object> describe(Verdict verdict) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", verdict.kind().orElse(null));
        document.put("verdict", verdict.text());
        return document;
    }

    private static Map<String, Object> describe(Summary summary) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("method", summary.entry().label());
        document.put("hyperparameters", MethodText.full(summary.entry().algorithm()));
        document.put("batch", summary.regime().code());
        document.put("seeds", summary.seeds());
        document.put("hits", summary.hits());
        document.put("passesToGoal", summary.passesToGoal().median());
        document.put("secondsToGoal", summary.secondsToGoal().median());
        document.put("finalExcess", summary.finalExcess().median());
        document.put("gradients", summary.gradients());
        document.put("diverged", summary.diverged());
        document.put("allocatedBytes", summary.allocated());
        summary.heldOut().ifPresent(score -> {
            document.put("heldOutLoss", score.loss());
            document.put("heldOutAccuracy", score.accuracy());
        });
        document.put(
                "verdicts",
                summary.verdicts().stream().map(CompareDocument::describe).toList());
        document.put("status", summary.status());
        return document;
    }
}
