package io.turnout.application.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.contract.Ids;
import io.turnout.domain.attendeelink.LinkToken;
import io.turnout.domain.org.OrgId;
import io.turnout.domain.registration.LinkId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every maker of links' tokens promises.
public abstract class LinkTokensContract {
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private LinkTokens tokens;
    private OrgId org;
    private LinkId link;

    protected abstract LinkTokens tokens();

    @BeforeEach
    void open() {
        tokens = tokens();
        org = Ids.org();
        link = LinkId.of(Ids.event(), "invitation-1");
    }

    @Test
    void a_token_opens_its_link_is_always_the_same_and_is_not_printed() {
        LinkToken token = tokens.of(org, link);

        assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
        assertThat(tokens.of(org, link)).isEqualTo(token);
        assertThat(tokens.read(org, token.value())).contains(link);
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @Test
    void it_opens_nothing_in_another_org() {
        assertThat(tokens.read(Ids.org(), tokens.of(org, link).value())).isEmpty();
    }

    @Test
    void no_letter_of_it_can_be_another() {
        String token = tokens.of(org, link).value();

        assertThat(IntStream.range(0, token.length()))
                .allSatisfy(
                        i ->
                                assertThat(LETTERS.chars().filter(c -> c != token.charAt(i)))
                                        .allSatisfy(
                                                c ->
                                                        assertThat(tokens.read(org, with(i, c)))
                                                                .isEmpty()));
    }

    private String with(int place, int letter) {
        StringBuilder changed = new StringBuilder(tokens.of(org, link).value());
        changed.setCharAt(place, (char) letter);
        return changed.toString();
    }

    @Test
    void what_is_no_token_opens_nothing() {
        String token = tokens.of(org, link).value();

        for (String wrong :
                new String[] {
                    "",
                    " ",
                    "é",
                    "é".repeat(43),
                    "=".repeat(43),
                    token + "A",
                    token + "=",
                    token.substring(1),
                    "A".repeat(10_000),
                    link.toString()
                }) {
            assertThat(tokens.read(org, wrong)).as(wrong).isEmpty();
        }
    }
}
