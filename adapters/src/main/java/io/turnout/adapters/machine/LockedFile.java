package io.turnout.adapters.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// A file that one at a time reads and replaces, whichever process it is; readable by nobody else.
final class LockedFile {
    /// The lock of a file keeps other processes out, and knows nothing of threads.
    private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final Path beside;
    private final ReentrantLock here;

    LockedFile(Path file) {
        this.file = file.toAbsolutePath();
        this.here = HERE.computeIfAbsent(this.file, _ -> new ReentrantLock());
        this.beside = this.file.resolveSibling(this.file.getFileName() + ".lock");
    }

    interface Work<T> {
        T on(Path file) throws IOException;
    }

    <T> T locked(Work<T> work) throws IOException {
        here.lock();
        try (FileChannel lock =
                        FileChannel.open(
                                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            return work.on(file);
        } finally {
            here.unlock();
        }
    }

    /// To be called while it is locked. Whoever reads it sees all of it or nothing.
    void replace(byte[] content) throws IOException {
        Path next =
                Files.createTempFile(
                        file.getParent(),
                        "turnout",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        var _ = Files.write(next, content);
        var _ =
                Files.move(
                        next,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
    }
}
