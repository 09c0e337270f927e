package io.turnout.adapters.http.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of a form as a browser sent them, read strictly: what is not exactly that is no form.
public record FormBody(Map<String, List<String>> fields) {
    private static final int ESCAPE = 3;

    public FormBody {
        fields = Map.copyOf(fields);
    }

    /// Nothing when the bytes are no form in UTF-8.
    public static Optional<FormBody> read(byte[] body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    fields.computeIfAbsent(text(name), _ -> new ArrayList<>()).add(text(value));
                }
            }
            return Optional.of(new FormBody(fields));
        } catch (CharacterCodingException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String text(String encoded) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (i + ESCAPE > encoded.length()) {
                    throw new IllegalArgumentException("an escape breaks off");
                }
                bytes.put((byte) HexFormat.fromHexDigits(encoded, i + 1, i + ESCAPE));
                i += ESCAPE;
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
                i++;
            }
        }
        CharBuffer text =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(bytes.flip());
        return text.toString();
    }

    /// The first value, without what surrounds it; empty when there is none.
    public String one(String name) {
        return all(name).stream().findFirst().map(String::strip).orElse("");
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    @Override
    public String toString() {
        return "FormBody[…]";
    }
}
