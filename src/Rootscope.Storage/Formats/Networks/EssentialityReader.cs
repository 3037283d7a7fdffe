using System.Reflection;
using Rootscope.Shocks.Lenses.Cascade;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;

namespace Rootscope.Storage.Formats.Networks;

/// <summary>Ratings of how essential inputs are: the embedded ones, and files of the user's.</summary>
/// <remarks>
/// Layout: CSV, supplier sectors down, buyer sectors across; 2 essential, 1 important but not essential, 0 negligible. The cell in the
/// corner is passed over.
/// </remarks>
public static class EssentialityReader
{
    /// <summary>The name of the embedded ratings: 56 industries, from the analyst survey of Pichler and others (2022).</summary>
    public const string EmbeddedName = "ihs";

    private const string Resource = "data/essentiality/ihs.csv";

    /// <summary>Reads the embedded ratings by name, or a file by path.</summary>
    /// <param name="nameOrFile"><see cref="EmbeddedName"/>, or the path of a CSV file.</param>
    /// <exception cref="UnknownNameException">It is neither.</exception>
    /// <exception cref="TableException">The file does not fit the layout, or a rating is not 0, 1 or 2.</exception>
    public static EssentialityMatrix Read(string nameOrFile)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrFile);
        if (nameOrFile == EmbeddedName)
        {
            Stream stream =
                Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
                ?? throw new TableException(Resource, "is missing from this build. Reinstall Rootscope.");
            using CsvFile embedded = CsvFile.Open(new StreamReader(stream), "embedded ratings");
            return Read(embedded, EmbeddedName);
        }

        if (!File.Exists(nameOrFile))
        {
            throw new UnknownNameException(
                "set of ratings",
                nameOrFile,
                NearestNames.Of(nameOrFile, [EmbeddedName]),
                $"Embedded is {EmbeddedName}; otherwise give the path of a CSV file with supplier sectors down and buyer sectors across."
            );
        }

        using CsvFile file = CsvFile.Open(nameOrFile);
        return Read(file, Path.GetFileName(nameOrFile));
    }

    private static EssentialityMatrix Read(CsvFile file, string name)
    {
        string[] buyers = [.. file.Header.Skip(1).Select(h => h.Trim())];
        var suppliers = new List<string>();
        var ratings = new List<byte>();
        while (file.Read())
        {
            suppliers.Add(file.Text(0));
            for (int c = 1; c <= buyers.Length; c++)
            {
                ratings.Add(
                    file.Text(c) switch
                    {
                        "0" => 0,
                        "1" => 1,
                        "2" => 2,
                        string other => throw file.Fault(
                            c,
                            "expected 2 (essential), 1 (important) or 0 (negligible), found "
                                + $"'{(other.Length <= 40 ? other : other[..40])}'."
                        ),
                    }
                );
            }
        }

        return new EssentialityMatrix(name, file.Path, suppliers, buyers, [.. ratings]);
    }
}
