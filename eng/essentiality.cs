// Compiles the ratings of essential inputs that the cascade lens uses:
//     dotnet run eng/essentiality.cs -- DATA_FOLDER
// DATA_FOLDER holds the source folders as they were downloaded (essentiality). Only the ratings are taken, which are published facts:
// Pichler and others (2022). The result is written to src/Rootscope.Storage/Embedded/Data/essentiality. Which group a NACE class belongs to
// is worked out from the names of the groups (NaceDivisions).
#:package Sylvan.Data.Csv@1.4.4

using System.Runtime.CompilerServices;
using System.Text;
using Sylvan.Data.Csv;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run eng/essentiality.cs -- DATA_FOLDER");
    return 2;
}

string source = Path.Combine(args[0], "essentiality");
string target = Path.Combine(Root(), "src", "Rootscope.Storage", "Embedded", "Data", "essentiality");
using CsvDataReader csv = CsvDataReader.Create(Path.Combine(source, "ihs_ratings.csv"));
string[] buyers = [.. Enumerable.Range(1, csv.FieldCount - 1).Select(c => csv.GetName(c))];
var text = new StringBuilder("supplier,").AppendJoin(',', buyers).Append('\n');
var suppliers = new List<string>();
while (csv.Read())
{
    suppliers.Add(csv.GetString(0));
    string[] ratings = [.. Enumerable.Range(1, buyers.Length).Select(c => csv.GetString(c))];
    if (ratings.Any(r => r is not ("0" or "1" or "2")))
    {
        Console.Error.WriteLine($"{suppliers[^1]}: a rating is not 0, 1 or 2");
        return 1;
    }

    text.Append(suppliers[^1]).Append(',').AppendJoin(',', ratings).Append('\n');
}

if (!suppliers.SequenceEqual(buyers))
{
    Console.Error.WriteLine("the sectors down and across differ");
    return 1;
}

Directory.CreateDirectory(target);
File.WriteAllText(Path.Combine(target, "ihs.csv"), text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
Console.WriteLine($"{suppliers.Count} × {buyers.Length} ratings");
return 0;

static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
