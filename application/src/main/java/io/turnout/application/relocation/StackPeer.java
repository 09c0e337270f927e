package io.turnout.application.relocation;

import io.turnout.domain.relocation.StackName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Another stack, to which a request goes on whose org is at home there.
public interface StackPeer {
    StackName stack();

    /// Hands a request on, as it is, and waits for the answer, half a minute at most. It is sent
    /// once: whether it may be sent again is for whoever asked to know.
    Reply send(Message message);

    /// Hands a request on whose body or answer is too large to be held: the body goes on as it
    /// comes, once the other stack has seen the head and wants it, and the answer comes back
    /// likewise. It is sent once.
    ///
    /// @param head without its body
    /// @param receiver is told of the answer before this returns; throws what that throws
    /// @return nothing once it was answered, and else what is known of it
    /// @throws UncheckedIOException where the answer breaks off in its middle
    Optional<Reply> stream(Message head, Body body, Receiver receiver);

    /// What goes on as it comes.
    ///
    /// @param length in bytes; -1 where nobody has said
    record Body(InputStream bytes, long length) {}

    /// Takes an answer: its head, and its body until the end.
    @FunctionalInterface
    interface Receiver {
        void answered(int status, Map<String, List<String>> headers, InputStream body)
                throws IOException;
    }

    private static Map<String, List<String>> named(Map<String, List<String>> headers) {
        Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> named.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(named);
    }

    /// A request as it goes on.
    ///
    /// @param path with the query, encoded as it came
    /// @param host whom the visitor asked
    /// @param headers by their names, whatever their case
    @SuppressWarnings("ArrayRecordComponent") // bytes that are sent and never compared
    record Message(
            String method,
            String path,
            String host,
            Map<String, List<String>> headers,
            byte[] body) {
        public Message {
            headers = named(headers);
        }

        /// Never printed: it may hold what a person typed, and what lets one in.
        @Override
        public String toString() {
            return "Message[" + method + "]";
        }
    }

    /// What came of it.
    sealed interface Reply {
        @SuppressWarnings("ArrayRecordComponent") // bytes that are sent and never compared
        record Answered(int status, Map<String, List<String>> headers, byte[] body)
                implements Reply {
            public Answered {
                headers = named(headers);
            }

            @Override
            public String toString() {
                return "Answered[" + status + "]";
            }
        }

        /// It never arrived.
        record NotReached() implements Reply {}

        /// It may have been done, and nobody said so.
        record Unknown() implements Reply {}
    }
}
