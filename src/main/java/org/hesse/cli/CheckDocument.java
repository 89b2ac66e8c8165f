package org.hesse.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hesse.objective.DerivativeCheck;
import org.hesse.objective.Finding;

/** A check of derivatives in the JSON of a command. */
final class CheckDocument {
    private CheckDocument() {}

    static void describe(DerivativeCheck checked, Map<String, Object> document) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("outcome", checked.outcome().name());
        for (DerivativeCheck.Part part : checked.parts()) {
            check.put(part.what().toLowerCase(java.util.Locale.ROOT), part(part));
        }
        document.put("check", check);
    }

    private static Map<String, Object> part(DerivativeCheck.Part part) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("outcome", part.outcome().name());
        document.put("compared", part.compared());
        document.put("wrong", part.wrong());
        document.put("unclear", part.unclear());
        document.put("precision", part.precision());
        document.put("worst", part.worst().stream().map(CheckDocument::finding).toList());
        return document;
    }

    private static Map<String, Object> finding(Finding found) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", found.name());
        document.put("point", found.point());
        document.put("given", found.given());
        document.put("expected", found.expected());
        document.put("allowed", found.allowed());
        if (!found.doubt().isEmpty()) {
            document.put("doubt", found.doubt());
        }
        return document;
    }
}
