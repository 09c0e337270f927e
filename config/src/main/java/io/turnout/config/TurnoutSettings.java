package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.core.Configuration;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import io.turnout.application.DeliveryRules;
import io.turnout.domain.cloud.Identity;
import io.turnout.domain.delivery.BulkRule;
import io.turnout.domain.waitingroom.RoomRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All settings of one instance, read once at the start. An unknown key stops it. `stack` is the
/// name under which this stack owns orgs, and never changes; `instance` tells one process from
/// another in leases and logs.
@SelfValidating
public final class TurnoutSettings extends Configuration {
    @Pattern(regexp = "[a-z0-9-]{1,40}")
    private final String stack;

    @Pattern(regexp = "[A-Za-z0-9._-]{1,80}")
    private final String instance;

    @Valid @NotNull private final StorageSettings storage;
    @Valid @NotNull private final KeyManagementSettings keyManagement;
    @Valid @NotNull private final SalesforceSettings salesforce;
    @Valid private final AdmissionTuning admission;
    @Valid private final WaitlistSettings waitlist;
    @Valid private final RelaySettings relay;
    @Valid private final BudgetSettings budget;
    @Valid private final DoorSettings door;
    @Valid private final CatalogueSettings catalogue;
    @Valid private final CacheSettings cache;
    @Valid private final WaitingRoomSettings waitingRoom;
    private final java.time.Duration drain;
    @Valid private final SessionsSettings sessions;
    @Valid private final @Nullable LicensesSettings licenses;
    @Valid private final LimitsSettings limits;
    @Valid private final ErasureSettings erasure;
    @Valid private final RetentionSettings retention;
    @Valid private final LinksSettings links;
    @Valid private final FlagsSettings flags;
    @Valid private final VariablesSettings variables;
    @Valid private final MediaSettings media;
    @Valid private final ScalingSettings scaling;
    @Valid private final AffinitySettings affinity;
    private final Optional<String> release;
    @Valid private final @Nullable PeersSettings peers;

    @JsonCreator
    TurnoutSettings(
            @JsonProperty("stack") String stack,
            @JsonProperty("instance") @Nullable String instance,
            @JsonProperty("identity") @Nullable IdentitySettings identity,
            @JsonProperty("storage") StorageSettings storage,
            @JsonProperty("keyManagement") KeyManagementSettings keyManagement,
            @JsonProperty("salesforce") SalesforceSettings salesforce,
            @JsonProperty("admission") @Nullable AdmissionTuning admission,
            @JsonProperty("waitlist") @Nullable WaitlistSettings waitlist,
            @JsonProperty("relay") @Nullable RelaySettings relay,
            @JsonProperty("budget") @Nullable BudgetSettings budget,
            @JsonProperty("door") @Nullable DoorSettings door,
            @JsonProperty("catalogue") @Nullable CatalogueSettings catalogue,
            @JsonProperty("cache") @Nullable CacheSettings cache,
            @JsonProperty("waitingRoom") @Nullable WaitingRoomSettings waitingRoom,
            @JsonProperty("drain") @Nullable Duration drain,
            @JsonProperty("sessions") @Nullable SessionsSettings sessions,
            @JsonProperty("licenses") @Nullable LicensesSettings licenses,
            @JsonProperty("limits") @Nullable LimitsSettings limits,
            @JsonProperty("erasure") @Nullable ErasureSettings erasure,
            @JsonProperty("retention") @Nullable RetentionSettings retention,
            @JsonProperty("links") @Nullable LinksSettings links,
            @JsonProperty("flags") @Nullable FlagsSettings flags,
            @JsonProperty("variables") @Nullable VariablesSettings variables,
            @JsonProperty("media") @Nullable MediaSettings media,
            @JsonProperty("scaling") @Nullable ScalingSettings scaling,
            @JsonProperty("affinity") @Nullable AffinitySettings affinity,
            @JsonProperty("peers") @Nullable PeersSettings peers) {
        this.stack = stack;
        Identity self = Objects.requireNonNullElse(identity, IdentitySettings.USUAL).open().self();
        this.instance = instance == null || instance.isBlank() ? self.instance() : instance;
        this.release = self.release();
        this.storage = storage;
        this.keyManagement = keyManagement;
        this.salesforce = salesforce;
        this.admission = Objects.requireNonNullElse(admission, AdmissionTuning.USUAL);
        this.waitlist = Objects.requireNonNullElse(waitlist, WaitlistSettings.USUAL);
        this.relay = Objects.requireNonNullElse(relay, RelaySettings.USUAL);
        this.budget = Objects.requireNonNullElse(budget, BudgetSettings.USUAL);
        this.door = Objects.requireNonNullElse(door, DoorSettings.USUAL);
        this.catalogue = Objects.requireNonNullElse(catalogue, CatalogueSettings.USUAL);
        this.cache = Objects.requireNonNullElse(cache, new CacheSettings.InProcess());
        this.waitingRoom = Objects.requireNonNullElse(waitingRoom, WaitingRoomSettings.USUAL);
        this.drain = drain == null ? java.time.Duration.ZERO : drain.toJavaDuration();
        this.sessions = Objects.requireNonNullElse(sessions, new SessionsSettings.InProcess());
        this.licenses = licenses;
        this.limits = Objects.requireNonNullElse(limits, LimitsSettings.USUAL);
        this.erasure = Objects.requireNonNullElse(erasure, ErasureSettings.USUAL);
        this.retention = Objects.requireNonNullElse(retention, RetentionSettings.USUAL);
        this.links = Objects.requireNonNullElse(links, LinksSettings.USUAL);
        this.flags = Objects.requireNonNullElse(flags, FlagsSettings.USUAL);
        this.variables = Objects.requireNonNullElse(variables, VariablesSettings.NONE);
        this.media = Objects.requireNonNullElse(media, new MediaSettings.None());
        this.scaling = ScalingSettings.of(scaling);
        this.affinity = Objects.requireNonNullElse(affinity, AffinitySettings.NONE);
        this.peers = peers;
    }

    /// Refuses what would travel unencrypted.
    @SelfValidation
    public void waysAreEncrypted(ViolationCollector violations) {
        if (storage != null && salesforce != null) {
            Hops.flaws(this).forEach(violations::addViolation);
        }
    }

    /// What is only in memory would be forgotten at each start, and said to the server as decided.
    @SelfValidation
    public void anUnleashServerNeedsADatabase(ViolationCollector violations) {
        if (storage instanceof StorageSettings.Memory && flags instanceof FlagsSettings.Unleash) {
            violations.addViolation(
                    "flags: an Unleash server needs storage of type postgres beside it");
        }
    }

    @SelfValidation
    public void instancesShareWhatTheyAreScaledBy(ViolationCollector violations) {
        if (storage instanceof StorageSettings.Memory && !scaling.isOff()) {
            violations.addViolation("scaling: needs storage of type postgres beside it");
        }
    }

    @SelfValidation
    public void peersAreOtherStacks(ViolationCollector violations) {
        if (peers == null || peers.stacks() == null) {
            return;
        }
        if (storage instanceof StorageSettings.Memory) {
            violations.addViolation("peers: orgs move between storages of type postgres");
        }
        if (peers.stacks().stream().anyMatch(one -> one.name().equals(stack))) {
            violations.addViolation("peers: " + stack + " is this stack itself");
        }
    }

    @SelfValidation
    public void operatorsKeysStandInOnePlace(ViolationCollector violations) {
        DoorSettings.Operators who = door.operators();
        if (who != null && (who.jwkSetFile() == null) == (who.jwkSetUrl() == null)) {
            violations.addViolation(
                    "door.operators: keys stand in jwkSetFile or at jwkSetUrl, and in one of them");
        }
    }

    public String stack() {
        return stack;
    }

    public String instance() {
        return instance;
    }

    public StorageSettings storage() {
        return storage;
    }

    public KeyManagementSettings keyManagement() {
        return keyManagement;
    }

    public SalesforceSettings salesforce() {
        return salesforce;
    }

    public AdmissionTuning admission() {
        return admission;
    }

    public WaitlistSettings waitlist() {
        return waitlist;
    }

    public RelaySettings relay() {
        return relay;
    }

    public BudgetSettings budget() {
        return budget;
    }

    DeliveryRules rules() {
        return new DeliveryRules(
                relay.toRule(), relay.toCountRule(), BulkRule.USUAL, budget.toRule());
    }

    public DoorSettings door() {
        return door;
    }

    public CatalogueSettings catalogue() {
        return catalogue;
    }

    public CacheSettings cache() {
        return cache;
    }

    public LimitsSettings limits() {
        return limits;
    }

    public ErasureSettings erasure() {
        return erasure;
    }

    public RetentionSettings retention() {
        return retention;
    }

    public LinksSettings links() {
        return links;
    }

    public FlagsSettings flags() {
        return flags;
    }

    public MediaSettings media() {
        return media;
    }

    public VariablesSettings variables() {
        return variables;
    }

    public ScalingSettings scaling() {
        return scaling;
    }

    public AffinitySettings affinity() {
        return affinity;
    }

    /// Which release this instance runs, where somebody counts them.
    public Optional<String> release() {
        return release;
    }

    /// None: this stack is alone.
    public Optional<PeersSettings> peers() {
        return Optional.ofNullable(peers);
    }

    List<String> peerNames() {
        return peers == null
                ? List.of()
                : peers.stacks().stream().map(PeersSettings.Stack::name).toList();
    }

    RoomRule roomRule() {
        return waitingRoom.toRule(waitlist.max());
    }

    /// For how long a house that is told to stop goes on answering, until balancers have noticed.
    public java.time.Duration drain() {
        return drain;
    }

    public SessionsSettings sessions() {
        return sessions;
    }

    /// None: licences are granted by hand.
    public Optional<LicensesSettings> licenses() {
        return Optional.ofNullable(licenses);
    }
}
