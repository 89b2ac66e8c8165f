package org.hesse.run;

import org.hesse.io.RecordCodec;

/** Everything a record holds, bit for bit, as text to compare. */
final class Bits {
    private Bits() {}

    static String of(Object tree) {
        return RecordCodec.write(tree).toString();
    }

    /** A checkpoint without its times, which differ from run to run. */
    static String timeless(Checkpoint c) {
        return of(c).replaceAll("\"(seconds|oracleSeconds|nanos|oracleNanos)\":[^,}]+", "\"$1\":0");
    }
}
