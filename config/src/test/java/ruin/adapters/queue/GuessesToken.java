package ruin.adapters.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;

/// Wall 12 falls three times: a proof that is compared until the first difference, as bytes and as
/// text, and one that is compared well but in a place of its own.
public record GuessesToken(Mac mac) {
    boolean isSame(byte[] right, byte[] given) {
        return Arrays.equals(right, given);
    }

    boolean isRight(byte[] text, String given) {
        return new String(mac.doFinal(text), StandardCharsets.UTF_8).equals(given);
    }

    boolean isLike(byte[] right, byte[] given) {
        return MessageDigest.isEqual(right, given);
    }
}
