#:package AnyAscii@0.3.3
#:package YamlDotNet@18.1.0
// Compiles the embedded tables by which names of any script are compared:
//     dotnet run eng/names.cs -- UNICODE RIGOUR
// UNICODE holds UnicodeData.txt, Unihan_Variants.txt and Unihan_Readings.txt (Debian: package unicode-data, /usr/share/unicode, the last
// two unpacked by bunzip2);
// RIGOUR holds symbols.yml of github.com/opensanctions/rigour, resources/names (MIT).
//   romanisation.txt   Latin letters, TAB, the characters that are written so: AnyAscii 0.3.3 (ISC)
//   variants.txt       a character, TAB, the characters that stand for it: traditional and compatibility forms (Unicode, Unihan)
//   hanja.txt          a Hangul syllable, TAB, the characters that Koreans read so (Unihan, kHangul)
//   common-words.txt   a sign for a meaning, TAB, the single words of many languages that have it (rigour)
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AnyAscii;
using YamlDotNet.RepresentationModel;

if (args.Length != 2)
{
    Console.Error.WriteLine("Name the folder of Unicode's files and that of rigour's.");
    return 2;
}

string target = Path.GetFullPath(Path.Combine(Here(), "..", "src", "Rootscope", "Screening", "Names"));
SortedDictionary<string, SortedSet<string>> roman = new(StringComparer.Ordinal);
for (int code = 0x80; code < 0x1D800; code = code == 0xFFFF ? 0x1D400 : code + 1)
{
    if (code is >= 0xD800 and < 0xF900)
    {
        continue;
    }

    string character = char.ConvertFromUtf32(code);
    if (
        CharUnicodeInfo.GetUnicodeCategory(code)
        is UnicodeCategory c
            and (<= UnicodeCategory.OtherLetter or >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber)
    )
    {
        string letters = string.Concat(character.Transliterate().ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        if (letters.Length > 0)
        {
            Of(roman, letters).Add(character);
        }
    }
}

Write("romanisation.txt", "AnyAscii 0.3.3, Copyright (c) 2020-2023 Hunter WB, ISC licence.", roman);

SortedDictionary<string, SortedSet<string>> variants = new(StringComparer.Ordinal);
foreach (string line in File.ReadLines(Path.Combine(args[0], "UnicodeData.txt")))
{
    string[] fields = line.Split(';');
    int code = Code(fields[0]);
    string[] parts = fields[5].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    string[] points = [.. parts.Where(p => p[0] != '<')];
    if (code is < 0x80 or > 0xFFFF || points.Length == 0)
    {
        continue;
    }

    string whole = string.Concat(points.Select(p => char.ConvertFromUtf32(Code(p))));
    bool compatible = parts[0][0] == '<';
    if (
        whole.All(ch => ch is >= '\u0590' and < '\uF8FF' or >= ' ' and < '\x7f')
        && whole.Any(ch => ch > '\x7f')
        && (compatible || code is >= 0xF900 and < 0xFB00)
    )
    {
        Of(variants, whole.Trim()).Add(((char)code).ToString());
    }
}

foreach (string line in File.ReadLines(Path.Combine(args[0], "Unihan_Variants.txt")))
{
    string[] fields = line.Split('\t');
    if (fields.Length == 3 && fields[1] == "kSimplifiedVariant")
    {
        int code = Code(fields[0][2..]);
        int[] simple = [.. fields[2].Split(' ').Select(f => Code(f[2..].Split('<')[0]))];
        if (code <= 0xFFFF && !simple.Contains(code) && simple[0] <= 0xFFFF)
        {
            Of(variants, ((char)simple[0]).ToString()).Add(((char)code).ToString());
        }
    }
}

Write("variants.txt", "Unicode Character Database and Unihan 15.0. Copyright (c) Unicode, Inc.; Unicode License v3.", variants);

Dictionary<char, char> plain = variants
    .Where(v => v.Key.Length == 1)
    .SelectMany(v => v.Value.Where(w => w.Length == 1).Select(w => (From: w[0], To: v.Key[0])))
    .DistinctBy(v => v.From)
    .ToDictionary(v => v.From, v => v.To);
SortedDictionary<string, SortedSet<string>> hanja = new(StringComparer.Ordinal);
foreach (string line in File.ReadLines(Path.Combine(args[0], "Unihan_Readings.txt")))
{
    string[] fields = line.Split('\t');
    if (fields.Length == 3 && fields[1] == "kHangul" && Code(fields[0][2..]) is >= 0x3400 and <= 0x9FFF and int code)
    {
        foreach (string syllable in fields[2].Split(' ').Select(f => f.Split(':')[0]))
        {
            Of(hanja, syllable).Add(plain.GetValueOrDefault((char)code, (char)code).ToString());
        }
    }
}

Write("hanja.txt", "Unihan 15.0, kHangul. Copyright (c) Unicode, Inc.; Unicode License v3.", hanja);

SortedDictionary<string, SortedSet<string>> words = new(StringComparer.Ordinal);
var yaml = new YamlStream();
using (var reader = new StreamReader(Path.Combine(args[1], "symbols.yml")))
{
    yaml.Load(reader);
}

HashSet<string> taken = new(StringComparer.Ordinal);
foreach (string part in new[] { "org_symbols", "org_domains" })
{
    foreach (
        (YamlNode sign, YamlNode list) in (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children[new YamlScalarNode(part)]
    )
    {
        foreach (string word in ((YamlSequenceNode)list).Select(n => ((YamlScalarNode)n).Value!.ToLowerInvariant().Trim()))
        {
            if (
                word.Length >= 2
                && word.All(ch => char.IsLetter(ch) || CharUnicodeInfo.GetUnicodeCategory(ch) == UnicodeCategory.NonSpacingMark)
                && taken.Add(word)
            )
            {
                Of(words, sign.ToString()).Add(word);
            }
        }
    }
}

Write(
    "common-words.txt",
    "rigour, Copyright (c) 2024 OpenSanctions Datenbanken GmbH, MIT licence (resources/names/symbols.yml, 2026-07-19).",
    words,
    " "
);
return 0;

void Write(string file, string source, SortedDictionary<string, SortedSet<string>> rows, string between = "")
{
    var text = new StringBuilder($"# {source}\n# Compiled by eng/names.cs.\n");
    foreach ((string key, SortedSet<string> values) in rows)
    {
        text.Append(key).Append('\t').AppendJoin(between, values).Append('\n');
    }

    File.WriteAllText(Path.Combine(target, file), text.ToString());
    Console.WriteLine($"wrote {file}: {rows.Count} rows");
}

static SortedSet<string> Of(SortedDictionary<string, SortedSet<string>> rows, string key) =>
    rows.TryGetValue(key, out SortedSet<string>? set) ? set : rows[key] = new SortedSet<string>(StringComparer.Ordinal);

static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
