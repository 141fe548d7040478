package io.khabar.tag;
import java.io.*;
public final class TagCommand { public static int run(String[] a, InputStream in, PrintStream out){return 0;} }
