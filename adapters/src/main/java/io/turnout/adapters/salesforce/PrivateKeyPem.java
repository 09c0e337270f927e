package io.turnout.adapters.salesforce;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// The private half of the certificate that an org's administrator uploaded.
public final class PrivateKeyPem {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private PrivateKeyPem() {}

    /// Reads an unencrypted PKCS#8 key. What is wrong with it is said without repeating it.
    public static RSAPrivateKey read(String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IllegalArgumentException("not a PKCS#8 key: it begins with " + BEGIN);
        }
        String body = text.substring(BEGIN.length(), text.length() - END.length());
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("not an RSA key in PKCS#8");
        }
    }
}
