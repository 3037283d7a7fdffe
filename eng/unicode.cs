// Compiles the embedded table of canonical decompositions from the Unicode Character Database:
//     dotnet run eng/unicode.cs -- FOLDER
// FOLDER holds UnicodeData.txt and CompositionExclusions.txt (https://www.unicode.org/Public/UCD/latest/ucd/; Debian: package unicode-data,
// /usr/share/unicode). A line of the result: code point, combining class, decomposition (code points, may be empty), x where it never
// composes.
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

if (args.Length != 1)
{
    Console.Error.WriteLine("Name the folder that holds UnicodeData.txt and CompositionExclusions.txt.");
    return 2;
}

HashSet<string> excluded =
[
    .. File.ReadLines(Path.Combine(args[0], "CompositionExclusions.txt")).Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0),
];
var result = new StringBuilder(
    "# Canonical combining classes and decompositions of the Unicode Character Database. Copyright (c) Unicode, Inc.; Unicode License v3.\n"
);
foreach (string line in File.ReadLines(Path.Combine(args[0], "UnicodeData.txt")))
{
    string[] fields = line.Split(';');
    int combining = int.Parse(fields[3], CultureInfo.InvariantCulture);
    string decomposition = fields[5].StartsWith('<') ? string.Empty : fields[5];
    if (combining > 0 || decomposition.Length > 0)
    {
        result.Append(
            CultureInfo.InvariantCulture,
            $"{fields[0]};{combining};{decomposition};{(excluded.Contains(fields[0]) ? "x" : string.Empty)}\n"
        );
    }
}

string target = Path.GetFullPath(Path.Combine(Here(), "..", "src", "Rootscope.Web", "Discussion", "Writing", "canonical.txt"));
File.WriteAllText(target, result.ToString());
Console.WriteLine($"wrote {target}");
return 0;

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
