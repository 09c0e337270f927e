package io.turnout.config.scenario;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/// A copy of all files of a database that goes on working meanwhile, as PostgreSQL's manual
/// describes it (continuous archiving, low level API), and the database that is restored from it.
final class Backup {
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

    private Backup() {}

    static void of(String url, Path copy) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            Path data = Path.of(text(statement, "show data_directory"));
            String _ = text(statement, "select pg_backup_start('test', true)::text");
            copy(data, copy);
            String label =
                    text(
                            statement,
                            "select labelfile from pg_backup_stop(wait_for_archive => false)");
            copy(data.resolve("pg_wal"), copy.resolve("pg_wal"));
            Files.writeString(copy.resolve("backup_label"), label);
        }
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            var _ = rows.next();
            return rows.getString(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        var _ =
                Files.walkFileTree(
                        from,
                        new SimpleFileVisitor<>() {
                            @Override
                            public FileVisitResult preVisitDirectory(
                                    Path folder, BasicFileAttributes attributes)
                                    throws IOException {
                                Files.createDirectories(to.resolve(from.relativize(folder)));
                                return FileVisitResult.CONTINUE;
                            }

                            @Override
                            public FileVisitResult visitFile(
                                    Path file, BasicFileAttributes attributes) throws IOException {
                                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                                    copyOne(file, to.resolve(from.relativize(file)));
                                }
                                return FileVisitResult.CONTINUE;
                            }

                            @Override
                            public FileVisitResult visitFileFailed(Path file, IOException gone)
                                    throws IOException {
                                if (gone instanceof NoSuchFileException) {
                                    return FileVisitResult.CONTINUE;
                                }
                                throw gone;
                            }
                        });
    }

    private static void copyOne(Path file, Path to) throws IOException {
        try {
            Files.write(to, Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            // It went away while it was copied; the log of writes knows why.
        }
    }

    static EmbeddedPostgres restore(Path copy) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(copy)
                .setCleanDataDirectory(false)
                .start();
    }
}
