package io.turnout.demo;

import io.turnout.adapters.salesforce.PrivateKeyPem;
import io.turnout.domain.org.OrgId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/// The demo's own keys: made once, and found again, since what was sealed with them must be read.
public record DemoKeys(Path masterKey, Path privateKey) {
    private static final int MASTER_BYTES = 32;
    private static final int SECRET_BYTES = 32;
    private static final int RSA_BITS = 2_048;

    public static DemoKeys in(DataFolder data) {
        Path master = data.file("master.key");
        Path login = data.file("salesforce-login.pem");
        if (Files.notExists(master)) {
            master = data.secret("master.key", random());
        }
        if (Files.notExists(login)) {
            login = data.secret("salesforce-login.pem", pem());
        }
        return new DemoKeys(master, login);
    }

    /// By which the stacks of a demo know each other.
    static Path shared(DataFolder data) {
        Path shared = data.file("peers.key");
        return Files.exists(shared) ? shared : data.secret("peers.key", random());
    }

    private static String random() {
        byte[] key = new byte[MASTER_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static String pem() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }

    /// What a simulated org signs its nudges with: whsec_ and a key of its own.
    public static String nudgeSecret(DataFolder data, OrgId org) {
        Path file = nudgeSecretFile(data, org);
        try {
            if (Files.notExists(file)) {
                byte[] key = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(key);
                String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
                file = data.secret(file.getFileName().toString(), secret);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path nudgeSecretFile(DataFolder data, OrgId org) {
        return data.file("webhook-" + org + ".secret");
    }

    /// The half that the simulated orgs know.
    public RSAPublicKey publicKey() {
        try {
            if (PrivateKeyPem.read(Files.readString(privateKey)) instanceof RSAPrivateCrtKey key) {
                var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
                return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
            }
            throw new DemoTrouble(privateKey + " is not a key of ours: delete it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK reads no RSA keys", e);
        }
    }
}
