package org.hesse.lecture;

import java.lang.reflect.Field;
import java.util.Map;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs snippets in this process, and hands over the values of their variables as they are, not as text. */
final class InnerControl extends LocalExecutionControl {
    private Object seen;

    InnerControl(ClassLoader ours) {
        super(new SnippetLoader(ours));
    }

    /** The value of the variable that was asked for last. */
    Object seen() {
        return seen;
    }

    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        try {
            Field field = findClass(className).getField(varName);
            field.setAccessible(true); // its class is not public
            seen = field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
        return super.varValue(className, varName);
    }

    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "inner";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return InnerControl.this;
            }
        };
    }
}
