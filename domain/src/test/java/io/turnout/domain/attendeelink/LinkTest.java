package io.turnout.domain.attendeelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnout.domain.event.EventId;
import io.turnout.domain.registration.LinkId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final EventId FAIR = new EventId("a01000000000001");
    private static final EventId BALL = new EventId("a01000000000002");

    private static Prefill prefill(String email) {
        return new Prefill(email, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void an_id_follows_from_the_event_and_the_reference() {
        assertThat(LinkId.of(FAIR, "1")).isEqualTo(LinkId.of(FAIR, "1"));
        assertThat(LinkId.of(FAIR, "1")).isNotEqualTo(LinkId.of(FAIR, "2"));
        assertThat(LinkId.of(FAIR, "1")).isNotEqualTo(LinkId.of(BALL, "1"));
    }

    @Test
    void links_of_an_event_begin_alike_and_no_two_are_the_same() {
        List<LinkId> links =
                IntStream.range(0, 100_000).mapToObj(i -> LinkId.of(FAIR, "" + i)).toList();

        assertThat(links.stream().map(link -> link.toString().substring(0, 8)).distinct())
                .containsExactly(LinkId.of(FAIR, "x").toString().substring(0, 8));
        assertThat(links.stream().distinct().count()).isEqualTo(100_000);
        assertThat(LinkId.of(BALL, "x").toString().substring(0, 8))
                .isNotEqualTo(LinkId.of(FAIR, "x").toString().substring(0, 8));
    }

    @Test
    void a_reference_is_no_address_and_no_text() {
        assertThat(new Reference("a0Xxx00000-_1").value()).isEqualTo("a0Xxx00000-_1");
        assertThat(new Reference("x".repeat(64)).value()).hasSize(64);
        for (String wrong :
                List.of("", "zoe@example.org", "Zoë", "a b", "a.b", "x".repeat(65), "a\n")) {
            assertThatThrownBy(() -> new Reference(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_is_known_of_somebody_is_lines_as_long_as_a_persons_and_never_printed() {
        assertThat(prefill("e".repeat(80)).email()).hasSize(80);
        for (String wrong : List.of("", " ", "e".repeat(81), "a\nb", "a\u0000b", "a\u0085b")) {
            assertThatThrownBy(() -> prefill(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        Link link = new Link(new Reference("1"), FAIR, 1, prefill("zoe@example.org"));
        assertThat(link.toString()).doesNotContain("zoe");
    }

    @Test
    void a_link_has_one_use_to_a_hundred() {
        for (int uses : new int[] {1, 100}) {
            assertThat(new Link(new Reference("1"), FAIR, uses, prefill("e")).uses())
                    .isEqualTo(uses);
        }
        for (int uses : new int[] {0, 101}) {
            assertThatThrownBy(() -> new Link(new Reference("1"), FAIR, uses, prefill("e")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
