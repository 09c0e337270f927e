package io.turnout.application.attendeelink;

/// What it takes to make links for whom orgs invite in their own Salesforce.
public record MintPorts(LinkSource source, LinkPolls polls, OwedLinks owed, MintRule rule) {}
