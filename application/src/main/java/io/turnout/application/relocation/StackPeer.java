package io.turnout.application.relocation;

import io.turnout.domain.relocation.StackName;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Another stack, to which a request goes on whose org is at home there.
public interface StackPeer {
    StackName stack();

    /// Hands a request on, as it is, and waits for the answer, half a minute at most. It is sent
    /// once: whether it may be sent again is for whoever asked to know.
    Reply send(Message message);

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
