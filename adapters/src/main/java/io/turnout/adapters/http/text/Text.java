package io.turnout.adapters.http.text;

import java.text.Normalizer;

/// How text from outside is kept: as it was typed, in Unicode's composed form, so that the same
/// name typed on two keyboards is the same name.
public final class Text {
    /// Below the first combining mark nothing can be composed.
    private static final char FIRST_MARK = '\u0300';

    private Text() {}

    public static String normal(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            if (typed.charAt(i) >= FIRST_MARK) {
                return Normalizer.normalize(typed, Normalizer.Form.NFC);
            }
        }
        return typed;
    }

    /// Without control characters, halves of characters, and code points that are no characters.
    static boolean storable(String typed) {
        int i = 0;
        while (i < typed.length()) {
            int c = typed.codePointAt(i);
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            boolean nothing = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
            if (half || nothing || Character.isISOControl(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }
}
