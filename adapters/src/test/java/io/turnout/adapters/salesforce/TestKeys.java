package io.turnout.adapters.salesforce;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Two pairs: Turnout's own, and one that no org was told of.
final class TestKeys {
    static final KeyPair OURS = generate();
    static final KeyPair NOBODYS = generate();

    private TestKeys() {}

    /// The private half as a file has it.
    static String pem(KeyPair pair) {
        String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("every JDK has RSA", none);
        }
    }
}
