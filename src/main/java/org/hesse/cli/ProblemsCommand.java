package org.hesse.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hesse.problem.Problems;
import org.hesse.problem.catalog.TestProblem;
import picocli.CommandLine;

/** Lists the problems. */
@CommandLine.Command(name = "problems", description = "List the problems that are known by name.")
final class ProblemsCommand extends Command {
    ProblemsCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        StringBuilder page = new StringBuilder();
        List<Object> list = new ArrayList<>();
        for (String name : Problems.names()) {
            TestProblem problem = Problems.named(name);
            List<String> parameters = Problems.parameters(name);
            int n = problem.objective().dimension();
            page.append(String.format(
                    Locale.ROOT,
                    "%-16s n = %-3d %-20s %s%n",
                    name,
                    n,
                    parameters.isEmpty() ? "" : "set " + String.join(", ", parameters),
                    problem.source()));
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("dimension", n);
            entry.put("parameters", parameters);
            entry.put("start", problem.start());
            entry.put("criticalPoints", problem.points().size());
            entry.put("description", problem.source());
            list.add(entry);
        }
        Map<String, Object> document = Reply.newDocument();
        document.put("problems", list);
        return new Reply(page.toString().stripTrailing(), document);
    }
}
