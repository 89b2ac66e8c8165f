package org.hesse.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hesse.method.Methods;
import picocli.CommandLine;

/** Lists the methods. */
@CommandLine.Command(name = "methods", description = "List the methods, with the defaults of their options.")
final class MethodsCommand extends Command {
    MethodsCommand(Console console) {
        super(console);
    }

    @Override
    Reply answer() {
        StringBuilder page = new StringBuilder();
        List<Object> list = new ArrayList<>();
        List<String> names = new ArrayList<>(Methods.names());
        names.addAll(Methods.opaqueNames());
        for (String name : names) {
            Map<String, Object> options = Methods.options(name);
            page.append(String.format(Locale.ROOT, "%-27s %s%n", name, Methods.summary(name)));
            if (!options.isEmpty()) {
                page.append(options.entrySet().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(",", " ".repeat(30), "\n")));
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("options", options);
            entry.put("description", Methods.summary(name));
            list.add(entry);
        }
        Map<String, Object> document = Reply.newDocument();
        document.put("methods", list);
        return new Reply(page.toString().stripTrailing(), document);
    }
}
