using Rootscope.Catalogue;
using Rootscope.Roots;
using Rootscope.Storage;
using Rootscope.Tables;

namespace Rootscope.Cli;

/// <summary>The product that a word names: an industry of the table, or the one that carries a technology of the catalogue.</summary>
internal static class ProductName
{
    /// <summary>Finds the product.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">A code or name of the table, or the identifier or name of a technology. Where a word is both, the table's wins.</param>
    /// <param name="notes">Receives a sentence where the product stands for a technology, because it is coarser.</param>
    /// <exception cref="UnknownNameException">It is neither; the message has the nearest names of the table.</exception>
    /// <exception cref="ModelException">It is a technology that no industry of the table carries.</exception>
    public static int Find(FlowTable table, string name, ICollection<string> notes)
    {
        try
        {
            return table.Sectors.FindIndustry(name);
        }
        catch (UnknownNameException)
        {
            TechnologyCatalogue catalogue = CatalogueLibrary.Read();
            if (catalogue.Technologies.FirstOrDefault(t => IsCalled(t, name)) is not { } technology)
            {
                throw;
            }

            IndustryCode carrier = TechnologyRanking.CarrierOf(technology, table, catalogue)
                ?? throw new ModelException($"The catalogue names no industry of {table.Metadata.Id} that carries {technology.Name}. 'rootscope catalogue show {technology.Id}' has its classes.");
            _ = table.Sectors.TryFindIndustry(carrier.Code, out int product);
            notes.Add($"{technology.Name} is seen through {table.Sectors.IndustryOf(product).Name}, which carries it with grade {carrier.Grade}; "
                + "figures are those of the whole industry, and the share that the technology has in it is not known.");
            return product;
        }
    }

    private static bool IsCalled(Technology technology, string name) =>
        string.Equals(technology.Id, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(technology.Name, name, StringComparison.OrdinalIgnoreCase)
        || string.Equals(technology.ChineseName, name, StringComparison.Ordinal);
}
