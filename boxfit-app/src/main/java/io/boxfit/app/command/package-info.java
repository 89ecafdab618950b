/** The commands of {@code boxfit}: what they take, do, print and exit with. */
package io.boxfit.app.command;
