package io.turnout.config.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate that nobody vouches for, as files and for a server in this process.
record SelfSigned(Path certificate, Path key, SSLContext context) {
    private static final char[] PASSWORD = "not-a-secret".toCharArray();

    static SelfSigned in(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("self.p12");
        try {
            int made =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString(),
                                    "-genkeypair",
                                    "-alias",
                                    "self",
                                    "-keyalg",
                                    "RSA",
                                    "-dname",
                                    "CN=ec2-1-2-3-4.compute.example",
                                    "-ext",
                                    "san=dns:localhost",
                                    "-keystore",
                                    store.toString(),
                                    "-storepass",
                                    new String(PASSWORD))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (made != 0) {
                throw new IllegalStateException("no certificate");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        Path key =
                pem(
                        folder.resolve("self.key"),
                        "PRIVATE KEY",
                        keys.getKey("self", PASSWORD).getEncoded());
        var _ = Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        return new SelfSigned(
                pem(
                        folder.resolve("self.crt"),
                        "CERTIFICATE",
                        keys.getCertificate("self").getEncoded()),
                key,
                context);
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(content), kind));
    }
}
