/** How far work has come, on standard error: a bar on a terminal, plain lines elsewhere. */
package io.boxfit.app.progress;
