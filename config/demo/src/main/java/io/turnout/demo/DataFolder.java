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
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that outlives the demo. One demo at a time has it: the lock goes with the process, however
/// that ends.
public final class DataFolder implements AutoCloseable {
    private final Path root;
    private @Nullable FileChannel lock;

    public DataFolder(Path root) {
        this.root = root;
    }

    void open() {
        try {
            Files.createDirectories(root);
            ours("rwx------", root);
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

    public Path file(String name) {
        return root.resolve(name);
    }

    /// A file of this name that nobody else may read.
    Path secret(String name, String content) {
        Path file = file(name);
        try {
            Files.deleteIfExists(file);
            ours("rw-------", Files.createFile(file));
            return Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where files have no such permissions, the folder of the user is all there is.
    private static void ours(String permissions, Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var _ =
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(permissions));
        }
    }

    /// With all that is in it, if it is there.
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
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
