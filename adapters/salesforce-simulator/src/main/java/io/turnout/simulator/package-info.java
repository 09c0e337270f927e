/// A Salesforce to try clients against: the public entry, the settings and the program.
@NullMarked
package io.turnout.simulator;

import org.jspecify.annotations.NullMarked;
