using Rootscope.Answers;
using Rootscope.Answers.Economies;
using Rootscope.Answers.Language;
using Rootscope.Answers.Questions;
using Rootscope.Catalogue;
using Rootscope.Storage;
using Rootscope.Web.Language;
using Rootscope.Web.Sections.Technologies;

namespace Rootscope.Hosts.Tests.Web;

/// <summary>What the page of a technology says its figures are those of.</summary>
public class TechnologyCarrierTests
{
    [Fact]
    public void The_page_says_when_the_buyers_of_a_technology_are_its_carrier_s_and_why()
    {
        EconomyUnderStudy economy = new Analyst(new TableLibrary(), threads: 1).Economy(
            new EconomyQuestion("china-2020"),
            aboutTechnologies: true
        );
        TechnologyCatalogue catalogue = CatalogueLibrary.Read();
        Phrase told = TechnologyCarrier.Buyers(catalogue.Find("hydrogen"), economy)!.Value;
        Assert.StartsWith("Its buyers are its carrier's: ", told[Tongue.English], StringComparison.Ordinal);
        Assert.Contains("GGII", told[Tongue.Chinese], StringComparison.Ordinal);
        Assert.Null(TechnologyCarrier.Buyers(catalogue.Find("robots"), economy));
        Assert.Contains(
            "split off from industry 073",
            TechnologyCarrier.InFull(catalogue.Find("robots"), economy, catalogue)[Tongue.English],
            StringComparison.Ordinal
        );
    }
}
