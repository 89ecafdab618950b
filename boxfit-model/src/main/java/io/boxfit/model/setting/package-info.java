/** What people write in files and options, as a tree in which every value knows its place. */
package io.boxfit.model.setting;
