package org.hesse.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        for (String name : Methods.names()) {
            String defaults = Methods.named(name).toString();
            page.append(String.format(Locale.ROOT, "%-20s %s%n", name, defaults));
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("defaults", defaults);
            list.add(entry);
        }
        Map<String, Object> document = Reply.newDocument();
        document.put("methods", list);
        return new Reply(page.toString().stripTrailing(), document);
    }
}
