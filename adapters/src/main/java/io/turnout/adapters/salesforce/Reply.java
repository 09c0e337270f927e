package io.turnout.adapters.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/// What came back over the wire.
sealed interface Reply {
    /// An HTTP answer, whatever it says. `limits` is Salesforce's own header on the calls used.
    record Said(int status, Optional<String> limits, String body) implements Reply {
        private static final ObjectMapper JSON = new ObjectMapper();

        boolean isOk() {
            return status == 200;
        }

        /// Empty when the body is not JSON, such as the page of a proxy or of a maintenance.
        Optional<JsonNode> json() {
            try {
                return Optional.of(JSON.readTree(body)).filter(node -> !node.isMissingNode());
            } catch (JsonProcessingException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Said[" + status + "]";
        }
    }

    /// No answer: the request may have arrived or not.
    record Silent(String why) implements Reply {}

    /// Not asked, or not heard: the org does not accept our login.
    record Denied(String why) implements Reply {}

    /// Not asked, since the call is not in our budget now.
    record Unaffordable(String why) implements Reply {}
}
