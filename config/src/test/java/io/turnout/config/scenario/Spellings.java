package io.turnout.config.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The ways in which a word may stand in a file so that somebody can read it.
final class Spellings {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE64_PHASES = 3;

    private Spellings() {}

    /// Each spelling of `word`, which is of ASCII, by its name.
    static Map<String, byte[]> of(String word) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        byte[] plain = word.getBytes(UTF_8);
        all.put("as it is", plain);
        all.put("lower case", word.toLowerCase(Locale.ROOT).getBytes(UTF_8));
        all.put("upper case", word.toUpperCase(Locale.ROOT).getBytes(UTF_8));
        all.put("backwards", new StringBuilder(word).reverse().toString().getBytes(UTF_8));
        all.put("UTF-16LE", word.getBytes(UTF_16LE));
        all.put("UTF-16BE", word.getBytes(UTF_16BE));
        all.put("UTF-32BE", word.getBytes(Charset.forName("UTF-32BE")));
        all.put("hex", HexFormat.of().formatHex(plain).getBytes(UTF_8));
        all.put("HEX", HexFormat.of().withUpperCase().formatHex(plain).getBytes(UTF_8));
        all.put("percent", each(word, "%%%02X"));
        all.put("quoted printable", each(word, "=%02X"));
        all.put("JSON escapes", each(word, "\\u%04x"));
        all.put("HTML entities", each(word, "&#%d;"));
        all.put("octal escapes", each(word, "\\%03o"));
        all.put("rot13", rot13(word));
        all.put("EBCDIC", word.getBytes(Charset.forName("IBM037")));
        all.put("base32", base32(plain));
        all.put("decimal", new BigInteger(1, plain).toString().getBytes(UTF_8));
        for (int phase = 0; phase < BASE64_PHASES; phase++) {
            all.put("base64, phase " + phase, base64(plain, phase));
        }
        return all;
    }

    private static byte[] each(String word, String format) {
        return word.chars()
                .mapToObj(format::formatted)
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static byte[] rot13(String word) {
        Function<Integer, String> turned =
                c -> {
                    int base = Character.isUpperCase(c) ? 'A' : 'a';
                    return Character.toString(
                            Character.isLetter(c) ? base + (c - base + 13) % 26 : c);
                };
        return word.chars().boxed().map(turned).collect(Collectors.joining()).getBytes(UTF_8);
    }

    /// Of what stands in the middle of something longer, the digits that depend on nothing else.
    private static byte[] base64(byte[] plain, int phase) {
        byte[] shifted = new byte[phase + plain.length];
        System.arraycopy(plain, 0, shifted, phase, plain.length);
        String digits = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = phase == 0 ? 0 : phase + 1;
        int to = shifted.length * 8 / 6;
        return Arrays.copyOfRange(digits.getBytes(ISO_8859_1), from, to);
    }

    private static byte[] base32(byte[] plain) {
        StringBuilder digits = new StringBuilder();
        for (int bit = 0; bit + 5 <= plain.length * 8; bit += 5) {
            int digit = 0;
            for (int i = bit; i < bit + 5; i++) {
                digit = (digit << 1) | ((plain[i / 8] >> (7 - i % 8)) & 1);
            }
            digits.append(BASE32.charAt(digit));
        }
        return digits.toString().getBytes(UTF_8);
    }
}
