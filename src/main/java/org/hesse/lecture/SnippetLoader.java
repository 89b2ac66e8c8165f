package org.hesse.lecture;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Loads the classes of snippets beside ours. The loader that jshell brings along knows only the class path of the
 * process, on which ours need not be.
 */
final class SnippetLoader implements LoaderDelegate {
    private final Map<String, byte[]> codes = new HashMap<>();
    private final ClassLoader loader;

    SnippetLoader(ClassLoader ours) {
        loader = new ClassLoader(ours) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] code = codes.get(name);
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, code, 0, code.length);
            }
        };
    }

    @Override
    public void load(ClassBytecodes[] classes) {
        for (ClassBytecodes c : classes) {
            codes.put(c.name(), c.bytecodes());
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        load(classes);
    }

    /** For the compiler alone: what snippets use at run time is what this process uses. */
    @Override
    public void addToClasspath(String path) {}

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }
}
