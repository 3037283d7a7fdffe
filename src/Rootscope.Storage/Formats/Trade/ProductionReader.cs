using Rootscope.Dependence.Panels;
using Rootscope.Storage.Formats.Files;
using Rootscope.Tables;
using Rootscope.Tables.Economies;

namespace Rootscope.Storage.Formats.Trade;

/// <summary>Reads production by economy and product from a CSV file with the columns year, economy, product and value.</summary>
/// <remarks>
/// Unit: that of the trade it is used with. What is known to be nothing is written as 0; what is not known is left out or empty.
/// </remarks>
public static class ProductionReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The CSV file.</param>
    /// <param name="cancellation">Stops the reading at the next row.</param>
    /// <exception cref="TableException">The file does not fit, or a figure is there twice.</exception>
    public static ProductionFigures Read(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using CsvFile file = CsvFile.Open(path, cancellation);
        (int year, int economy, int product, int value) = (
            file.Column("year"),
            file.Column("economy"),
            file.Column("product"),
            file.Column("value")
        );
        var figures = new List<ProductionFigure>();
        while (file.Read())
        {
            if (file.Text(value).Length > 0)
            {
                figures.Add(
                    new ProductionFigure(
                        TradeFile.Year(file, year),
                        string.Intern(EconomyIdentities.CodeOf(TradeFile.Code(file, economy))),
                        string.Intern(TradeFile.Code(file, product)),
                        TradeFile.Value(file, value)
                    )
                );
            }
        }

        return new ProductionFigures(Path.GetFileName(path), figures);
    }
}
