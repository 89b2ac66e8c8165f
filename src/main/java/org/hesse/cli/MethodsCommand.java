package org.hesse.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.io.Numbers;
import org.hesse.method.Methods;
import org.hesse.search.Schedules;
import picocli.CommandLine;

/** Lists the methods, those around other methods, and the schedules of rates. */
@CommandLine.Command(name = "methods", description = "List the methods, with the defaults of their options.")
final class MethodsCommand extends Command {
    MethodsCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        List<String> names = new ArrayList<>(Methods.names());
        names.addAll(Methods.opaqueNames());
        String page =
                page(names) + "\nAround another method, such as svrg(adam:rate=0.1):m=50\n\n" + page(Methods.wrappers())
                        + "\nA rate is a number or a schedule, such as sgd:rate=cosine(0.1)\n\n  "
                        + String.join(", ", Schedules.names());
        Map<String, Object> document = Reply.newDocument();
        document.put("methods", documents(names));
        document.put("wrappers", documents(Methods.wrappers()));
        document.put("schedules", List.copyOf(Schedules.names()));
        return new Reply(page, document);
    }

    private static String page(Collection<String> names) {
        StringBuilder page = new StringBuilder();
        for (String name : names) {
            page.append(String.format(Locale.ROOT, "%-27s %s%n", name, Methods.summary(name)));
            Map<String, Object> options = Methods.options(name);
            if (!options.isEmpty()) {
                page.append(options.entrySet().stream()
                        .map(e -> e.getKey() + "=" + text(e.getValue()))
                        .collect(Collectors.joining(",", " ".repeat(30), "\n")));
            }
        }
        return page.toString();
    }

    private static String text(Object value) {
        return value instanceof Double x ? Numbers.brief(x) : String.valueOf(value);
    }

    private static List<Object> documents(Collection<String> names) {
        List<Object> list = new ArrayList<>();
        for (String name : names) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("options", Methods.options(name));
            entry.put("description", Methods.summary(name));
            list.add(entry);
        }
        return list;
    }
}
