package io.turnout.application.relocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnout.application.relocation.StackPeer.Message;
import io.turnout.application.relocation.StackPeer.Reply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// What every way to another stack promises.
public abstract class StackPeerContract {
    /// More than is ever held of one answer.
    private static final int LARGE = 9_000_000;

    private static final byte[] BODY = "{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8);
    private static final Message REQUEST =
            new Message(
                    "POST",
                    "/v1/orgs/a%20b/x?q=%C3%AB&r=1",
                    "tickets.acme.example",
                    Map.of(
                            "Idempotency-Key", List.of("key-1"),
                            "Content-Type", List.of("application/json"),
                            "Accept-Language", List.of("de", "en")),
                    BODY);

    /// A peer at which `there` answers.
    protected abstract StackPeer peer(Function<Message, Reply.Answered> there);

    /// A peer at which nobody listens.
    protected abstract StackPeer nobody();

    /// A peer that takes a request and hangs up.
    protected abstract StackPeer mute();

    @Test
    protected void a_request_arrives_as_it_was_sent() {
        List<Message> seen = new ArrayList<>();
        StackPeer peer =
                peer(
                        message -> {
                            seen.add(message);
                            return new Reply.Answered(204, Map.of(), new byte[0]);
                        });

        Reply reply = peer.send(REQUEST);

        assertThat(reply).isInstanceOf(Reply.Answered.class);
        Message arrived = seen.getFirst();
        assertThat(seen).hasSize(1);
        assertThat(arrived.method()).isEqualTo(REQUEST.method());
        assertThat(arrived.path()).isEqualTo(REQUEST.path());
        assertThat(arrived.host()).isEqualTo(REQUEST.host());
        assertThat(arrived.body()).isEqualTo(REQUEST.body());
        REQUEST.headers()
                .forEach(
                        (name, values) ->
                                assertThat(arrived.headers().get(name))
                                        .as(name)
                                        .containsExactlyElementsOf(values));
    }

    @Test
    protected void what_is_too_large_to_be_held_goes_on_and_comes_back() {
        byte[] large = new byte[LARGE];
        new Random(7).nextBytes(large);
        StackPeer peer =
                peer(
                        message ->
                                new Reply.Answered(
                                        200, Map.of("X-Turn", List.of("1")), message.body()));
        AtomicReference<byte[]> back = new AtomicReference<>();

        Optional<Reply> unanswered =
                peer.stream(
                        REQUEST,
                        new StackPeer.Body(new ByteArrayInputStream(large), -1),
                        (status, headers, body) -> {
                            assertThat(status).isEqualTo(200);
                            assertThat(headers.get("x-turn")).containsExactly("1");
                            back.set(body.readAllBytes());
                        });

        assertThat(unanswered).isEmpty();
        assertThat(back.get()).isEqualTo(large);
    }

    @Test
    protected void it_is_told_that_what_was_streamed_was_not_answered() {
        StackPeer.Body body = new StackPeer.Body(new ByteArrayInputStream(BODY), BODY.length);
        StackPeer.Receiver receiver = (_, _, _) -> Assertions.fail("nobody answered");

        assertThat(nobody().stream(REQUEST, body, receiver))
                .containsInstanceOf(Reply.NotReached.class);
        assertThat(mute().stream(REQUEST, body, receiver)).containsInstanceOf(Reply.Unknown.class);
    }

    @Test
    protected void an_answer_comes_back_as_it_was_given() {
        StackPeer peer =
                peer(
                        _ ->
                                new Reply.Answered(
                                        409,
                                        Map.of(
                                                "Content-Type", List.of("application/problem+json"),
                                                "Set-Cookie", List.of("a=1", "b=2")),
                                        BODY));

        Reply reply = peer.send(REQUEST);

        assertThat(reply).isInstanceOf(Reply.Answered.class);
        Reply.Answered answered = (Reply.Answered) reply;
        assertThat(answered.status()).isEqualTo(409);
        assertThat(answered.body()).isEqualTo(BODY);
        assertThat(answered.headers().get("Content-Type"))
                .containsExactly("application/problem+json");
        assertThat(answered.headers().get("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    protected void nobody_is_sent_elsewhere() {
        StackPeer peer =
                peer(
                        _ ->
                                new Reply.Answered(
                                        303, Map.of("Location", List.of("/o/x")), new byte[0]));

        assertThat(((Reply.Answered) peer.send(REQUEST)).status()).isEqualTo(303);
    }

    @Test
    protected void where_nobody_listens_nothing_arrives() {
        assertThat(nobody().send(REQUEST)).isEqualTo(new Reply.NotReached());
    }

    @Test
    protected void whoever_hangs_up_may_have_done_it() {
        assertThat(mute().send(REQUEST)).isEqualTo(new Reply.Unknown());
    }
}
