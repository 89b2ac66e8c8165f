package org.hesse.compare;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What a thread has allocated on the heap, where the JVM counts it; asked by name, so that no JVM has to have it. */
final class AllocatedBytes {
    private AllocatedBytes() {}

    /** The bytes since the thread began; NaN if the JVM does not tell. */
    static double ofThisThread() {
        try {
            Object[] id = {Thread.currentThread().getId()};
            Object bytes = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                            "getThreadAllocatedBytes",
                            id,
                            new String[] {"long"});
            return bytes instanceof Long n && n >= 0 ? n : Double.NaN;
        } catch (JMException | UnsupportedOperationException e) { // an operation of HotSpot and OpenJ9 only
            return Double.NaN;
        }
    }
}
