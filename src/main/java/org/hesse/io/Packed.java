package org.hesse.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files that may be gzipped, whatever their names. */
public final class Packed {
    private Packed() {}

    /**
     * Opens a file, unpacking it if it is gzipped.
     *
     * @param file the file
     * @return its content, to be closed
     * @throws IOException if it cannot be read
     */
    public static BufferedInputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return unpacked(in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Unpacks a stream if it is gzipped.
     *
     * @param in the stream, not closed
     * @return its content
     * @throws IOException if it cannot be read
     */
    public static BufferedInputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in);
        buffered.mark(2);
        int magic = buffered.read() | buffered.read() << 8;
        buffered.reset();
        return magic == GZIPInputStream.GZIP_MAGIC
                ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16))
                : buffered;
    }
}
