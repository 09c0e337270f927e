package io.turnout.domain.scaling;

/// Why a fleet is changed, or left as it is.
public enum Cause {
    REQUESTS("requests at once"),
    QUEUE("waiting for a decision"),
    CPU("processors in use"),
    DELIVERY("rows for Salesforce"),
    FLOOR("fewer than the floor"),
    CEILING("more than the ceiling"),
    QUIET("quiet for long enough"),
    STEADY("enough"),
    WATCHING("quiet, and watched for how long"),
    COOLING("others were just started"),
    AT_MOST("the ceiling is reached"),
    BUDGET("rows wait for calls of Salesforce, which instances do not bring"),
    SILENT("not all instances say how they are"),
    CLOUD("the cloud moves it by its own rule"),
    AWAY("the cloud did not answer");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
