package org.hesse.benchmarks.peers;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hesse.objective.Curved;
import org.hesse.objective.Objective;

/**
 * A solver in a process of its own, which asks for our functions over its standard output; {@code wire.hpp} has the
 * protocol.
 */
final class Wire implements Solver {
    private final String name;
    private final boolean claims;
    private final Process process;
    private final OutputStream out;
    private final InputStream in;

    /**
     * Starts the process.
     *
     * @param name the label
     * @param claims whether it has tolerances of its own to claim success by
     * @param command what to start
     * @throws IOException if it cannot be started
     */
    Wire(String name, boolean claims, List<String> command) throws IOException {
        this.name = name;
        this.claims = claims;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = process.getOutputStream();
        in = process.getInputStream();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean claims() {
        return claims;
    }

    @Override
    public Claim solve(Objective f, double[] start, boolean defaults) {
        int n = start.length;
        try {
            ByteBuffer head = buffer(8 + 8 * n).putInt(defaults ? 1 : 0).putInt(n);
            put(head, start);
            send(head);
            for (int what = read(1)[0]; what != 'E'; what = read(1)[0]) {
                answer(f, what, doubles(n));
            }
            boolean success = read(1)[0] != 0;
            return new Claim(success, doubles(n));
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        }
    }

    private void answer(Objective f, int what, double[] x) throws IOException {
        int n = x.length;
        ByteBuffer answer = buffer(1 + 8 + 8 * n * (what == 'H' ? n : 1)).put((byte) 1);
        try {
            if (what == 'H') {
                for (double[] row :
                        f.as(Curved.class).orElseThrow().hessianAt(x).dense()) {
                    put(answer, row);
                }
            } else if (what == 'G') {
                double[] g = new double[n];
                put(answer.putDouble(f.valueAndGradient(x, g)), g);
            } else if (what == 'V') {
                answer.putDouble(f.value(x));
            } else {
                throw new IOException("asked '" + (char) what + "', expected V, G, H or E");
            }
        } catch (RuntimeException e) { // of the referee: the run is over
            send(buffer(1).put((byte) 0));
            throw e;
        }
        send(answer);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(ByteBuffer to, double[] x) {
        for (double xi : x) {
            to.putDouble(xi);
        }
    }

    private void send(ByteBuffer bytes) throws IOException {
        out.write(bytes.array(), 0, bytes.position());
        out.flush();
    }

    private byte[] read(int bytes) throws IOException {
        byte[] all = in.readNBytes(bytes);
        if (all.length < bytes) {
            throw new EOFException("the process ended");
        }
        return all;
    }

    private double[] doubles(int n) throws IOException {
        double[] x = new double[n];
        ByteBuffer.wrap(read(8 * n))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(x);
        return x;
    }

    /** The process ends at the end of its input. */
    @Override
    public void close() {
        try {
            out.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
