using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>A CSV file with the columns country and population.</summary>
public static class PopulationFile
{
    /// <summary>Reads number of people by country code.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TableException">A column is missing, a country occurs twice, or a population is not above 0.</exception>
    public static IReadOnlyDictionary<string, double> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile file = CsvFile.Open(path);
        int country = file.Column("country");
        int population = file.Column("population");
        var people = new Dictionary<string, double>(StringComparer.Ordinal);
        while (file.Read())
        {
            double number = file.Number(population);
            if (number <= 0)
            {
                throw file.Fault(
                    population,
                    $"a population cannot be '{file.Text(population)}'. Give a number of people above 0, or remove the line."
                );
            }

            if (!people.TryAdd(EconomyIdentities.CodeOf(file.Text(country)), number))
            {
                throw file.Fault(country, $"'{file.Text(country)}' is there twice. Keep one line, of the year that is asked about.");
            }
        }

        return people;
    }
}
