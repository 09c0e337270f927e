package io.turnout.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// All that outlives the demo. One demo at a time has it: the lock goes with the process, however
/// that ends.
final class DataFolder implements AutoCloseable {
    private final Path root;
    private @Nullable FileChannel lock;

    DataFolder(Path root) {
        this.root = root;
    }

    void open() {
        try {
            Files.createDirectories(root);
            lock =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw inUse();
            }
        } catch (OverlappingFileLockException inThisProcess) {
            throw inUse();
        } catch (IOException e) {
            throw new DemoTrouble("cannot write to " + root + ": choose another with --data");
        }
    }

    private DemoTrouble inUse() {
        return new DemoTrouble(
                "another demo is running on " + root + ": stop it, or choose another --data");
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /// A file of this name that nobody else may read.
    Path secret(String name, String content) {
        Path file = file(name);
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                var ours = PosixFilePermissions.fromString("rw-------");
                var _ = Files.createFile(file, PosixFilePermissions.asFileAttribute(ours));
            }
            return Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
