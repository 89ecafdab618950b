/** What lies in the folder of a data set, and which picture a written path means. */
package io.boxfit.data.folder;
