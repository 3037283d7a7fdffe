using Rootscope.Screening.Lists;
using Rootscope.Storage.Formats.Screening;
using Rootscope.Storage.Screening;
using Rootscope.Tables;

namespace Rootscope.Hosts.Tests.Storage;

/// <summary>Lists as their publishers lay them out, and what is refused.</summary>
public class ScreeningListTests
{
    private static readonly ListChoice Part = new() { IsPartial = true };

    [Fact]
    public void The_sdn_list_is_read_with_alternate_names_and_addresses()
    {
        using var folder = new TemporaryFolder();
        string sdn = folder.Write(
            "sdn.csv",
            "36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Vessel Registration IMO 9074729; a.k.a. "
                + "'AERO'.\"\r\n"
                + "7,\"DOE, John\",\"individual\",\"SDGT] [IRAN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001A"
        );
        string alt = folder.Write("alt.csv", "36,12,\"aka\",\"AERO-CARIBBEAN\",-0- \r\n7,13,\"fka\",\"ROE, John\",-0- \r\n");
        string add = folder.Write("add.csv", "36,25,-0- ,\"Havana\",\"Cuba\",-0- \r\n");
        StoredList list = Read("sdn", sdn, alt, add);
        Assert.Equal(["36", "7"], list.List.Records.Select(r => r.Id));
        ScreeningRecord first = list.List.Records[0];
        Assert.Equal(
            [("AEROCARIBBEAN AIRLINES", NameRole.Primary), ("AERO", NameRole.WeakAlias), ("AERO-CARIBBEAN", NameRole.Alias)],
            first.Names.Select(n => (n.Text, n.Role))
        );
        Assert.Equal((RecordKind.Organisation, RecordKind.Person), (first.Kind, list.List.Records[1].Kind));
        Assert.Equal(["Havana, Cuba"], first.Addresses);
        Assert.Equal(["SDGT", "IRAN"], list.List.Records[1].Programmes);
        Assert.Equal(IdentifierKind.Imo, Assert.Single(first.Identifiers.SelectMany(FirmIdentifier.In)).Kind);
        Assert.Contains(
            "different days",
            Assert
                .Throws<TableException>(() =>
                    Read("sdn", folder.Write("other.csv", "1,\"X\",-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n"), alt)
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_consolidated_screening_list_is_read_alike_from_csv_and_json()
    {
        using var folder = new TemporaryFolder();
        string csv = folder.Write(
            "csl.csv",
            "_id,source,entity_number,type,programs,name,alt_names,addresses,new_column\n"
                + "a1,Entity List (EL),,Entity,,Huawei Test,\"Hua Wei; and HW\",\"Shenzhen, CN; Beijing, CN\",x\n"
        );
        string json = folder.Write(
            "csl.json",
            "{\"results\":[{\"id\":\"a1\",\"source\":\"Entity List (EL)\",\"type\":\"Entity\",\"name\":\"Huawei "
                + "Test\",\"alt_names\":[\"Hua Wei\",\"HW\"],"
                + "\"addresses\":[{\"address\":\"Shenzhen\",\"country\":\"CN\"},"
                + "{\"address\":\"Beijing\",\"country\":\"CN\"}],\"novel\":{}}]}"
        );
        ScreeningRecord one = Assert.Single(Read("csl", csv).List.Records);
        ScreeningRecord other = Assert.Single(Read("csl", json).List.Records);
        Assert.Equal(one.Names, other.Names);
        Assert.Equal(["Huawei Test", "Hua Wei", "HW"], one.Names.Select(n => n.Text));
        Assert.Equal(one.Addresses, other.Addresses);
        Assert.Equal(one.Hash, other.Hash);
    }

    [Fact]
    public void The_list_of_the_security_council_is_read_without_entities_of_documents()
    {
        using var folder = new TemporaryFolder();
        const string Body =
            "<CONSOLIDATED_LIST "
            + "dateGenerated=\"2026-02-27T00:00:09.554Z\"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ERIC</FIRST_NAME>"
            + "<SECOND_NAME>BADEGE</SECOND_NAME><REFERENCE_NUMBER>CDi.001</REFERENCE_NUMBER><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY>"
            + "<ALIAS_NAME>India "
            + "Queen</ALIAS_NAME></INDIVIDUAL_ALIAS><NAME_ORIGINAL_SCRIPT>اريك</NAME_ORIGINAL_SCRIPT></INDIVIDUAL></INDIVIDUALS>"
            + "<ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>ADF</FIRST_NAME><REFERENCE_NUMBER>CDe.001</REFERENCE_NUMBER>"
            + "<ENTITY_ADDRESS><CITY>Goma</CITY>"
            + "<COUNTRY>Congo</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES></CONSOLIDATED_LIST>";
        StoredList list = Read("un", folder.Write("un.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Body));
        Assert.Equal("2026-02-27", list.List.Source.Date);
        Assert.Equal(["CDi.001", "CDe.001"], list.List.Records.Select(r => r.Id));
        Assert.Equal(["ERIC BADEGE", "اريك", "India Queen"], list.List.Records[0].Names.Select(n => n.Text));
        Assert.Equal(NameRole.WeakAlias, list.List.Records[0].Names[2].Role);
        string evil = folder.Write(
            "evil.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Body.Replace("ERIC", "&e;", StringComparison.Ordinal)
        );
        Assert.Contains("evil.xml, line 1", Assert.Throws<TableException>(() => Read("un", evil)).Message, StringComparison.Ordinal);
        Assert.Throws<TableException>(() => Read("un", folder.Write("cut.xml", Body[..400])));
        Assert.Throws<TableException>(() => Read("un", folder.Write("other.xml", "<list/>")));
    }

    [Fact]
    public void The_list_of_the_eu_is_read_as_xml_with_the_numbers_of_its_table()
    {
        using var folder = new TemporaryFolder();
        string xml = folder.Write(
            "eu.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-09-29T16:13:35.000+02:00">
              <sanctionEntity logicalId="13">
                <remark>made up</remark>
                <regulation programme="IRQ" />
                <subjectType code="person" classificationCode="P" />
                <nameAlias wholeName="Doe John" strong="true" />
                <nameAlias wholeName="Johnny" strong="false" />
                <citizenship countryDescription="IRAQ" />
                <address street="Road 1" city="Town" countryDescription="IRAQ" />
                <identification number="A123" />
              </sanctionEntity>
            </export>
            """
        );
        StoredList list = Read("eu", xml);
        ScreeningRecord record = Assert.Single(list.List.Records);
        Assert.Equal(("13", RecordKind.Person, "2026-09-29"), (record.Id, record.Kind, list.List.Source.Date));
        Assert.Equal([("Doe John", NameRole.Primary), ("Johnny", NameRole.WeakAlias)], record.Names.Select(n => (n.Text, n.Role)));
        Assert.Equal(["IRQ"], record.Programmes);
        Assert.Equal(["Road 1, Town, IRAQ"], record.Addresses);
        Assert.Contains(
            "not <export>",
            Assert.Throws<TableException>(() => Read("eu", folder.Write("un.xml", "<CONSOLIDATED_LIST/>"))).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<TableException>(() =>
            Read("eu", folder.Write("doc.xml", "<!DOCTYPE export [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><export>&a;</export>"))
        );
        Assert.Throws<TableException>(() => Read("eu", folder.Write("no.xml", "<export><sanctionEntity logicalId='1'/></export>")));
    }

    [Fact]
    public void Lists_of_the_eu_and_the_uk_have_several_rows_a_record()
    {
        using var folder = new TemporaryFolder();
        string eu = folder.Write(
            "eu.csv",
            "fileGenerationDate;Entity_LogicalId;Entity_SubjectType;NameAlias_WholeName;Entity_Regulation_Programme;"
                + "Address_City;Address_CountryDescription\n"
                + "2026-09-29;13;enterprise;Sirius Trade LLC;RUS;;\n2026-09-29;13;enterprise;ООО "
                + "Сириус;RUS;;\n2026-09-29;13;enterprise;;;Minsk;BELARUS\n"
        );
        ScreeningRecord record = Assert.Single(Read("eu", eu).List.Records);
        Assert.Equal(["Sirius Trade LLC", "ООО Сириус"], record.Names.Select(n => n.Text));
        Assert.Equal(["Minsk, BELARUS"], record.Addresses);
        Assert.Equal("2026-09-29", Read("eu", eu).List.Source.Date);
        string uk = folder.Write(
            "uk.csv",
            "Report Date: 18-Aug-2026\nUnique ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Name non-latin "
                + "script,Designation Type,Regime Name\n"
                + "RUS1,SHIPPING,ALPHA,,,,,AKA,,,Entity,Russia\nRUS1,SHIPPING LTD,ALFA,,,,,Primary Name,,Альфа,Entity,Russia\n"
        );
        StoredList list = Read("uk", uk);
        Assert.Equal(["ALFA SHIPPING LTD", "ALPHA SHIPPING", "Альфа"], Assert.Single(list.List.Records).Names.Select(n => n.Text));
        Assert.Equal("2026-08-18", list.List.Source.Date);
    }

    [Fact]
    public void Denied_persons_entities_and_lists_of_ones_own_are_read()
    {
        using var folder = new TemporaryFolder();
        string dpl = folder.Write(
            "dpl.txt",
            "\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Postal_Code\"\t\"Effective_Date\"\t\"Expiration_Date\"\n"
                + "\" I. ASH\"\t\"1 Road\"\t\"SEAGOVILLE\"\t\"TX\"\t\"US\"\t\"75159\"\t\"06/19/2003\"\t\"06/29/2056\"\n"
        );
        Assert.Equal("I. ASH", Assert.Single(Read("dpl", dpl).List.Records).Names[0].Text);
        string ftm = folder.Write(
            "list.ftm.json",
            "{\"id\":\"q1\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Acme\",\"АКМЕ\"],\"leiCode\":[\"529900T8BM49AURSDO55\"]}}\n"
                + "{\"id\":\"q2\",\"schema\":\"Address\",\"properties\":{\"full\":[\"Road\"]}}\n"
        );
        ScreeningRecord entity = Assert.Single(Read("ftm", ftm).List.Records);
        Assert.Equal(["Acme", "АКМЕ"], entity.Names.Select(n => n.Text));
        Assert.Contains(
            "line 1",
            Assert.Throws<TableException>(() => Read("ftm", folder.Write("bad.json", "[1]\n"))).Message,
            StringComparison.Ordinal
        );
        StoredList own = Read("plain", folder.Write("own.csv", "name,aliases\nAcme,\"A; B\"\nAcme,\n"));
        Assert.Equal(2, own.List.Records.Count);
        Assert.NotEqual(own.List.Records[0].Id, own.List.Records[1].Id);
        Assert.Throws<TableException>(() => Read("plain", folder.Write("blank.csv", "name,aliases\n,A\n")));
    }

    [Fact]
    public void A_list_that_is_no_longer_itself_is_refused_and_says_what_changed()
    {
        using var folder = new TemporaryFolder();
        var store = new ScreeningStore(folder.PathOf("workspace"));
        Directory.CreateDirectory(folder.PathOf("workspace"));
        string whole = "id,name,country\n" + string.Concat(Enumerable.Range(1, 50).Select(i => $"{i},Firm number {i},CN\n"));
        Keep(store, folder.Write("a.csv", whole));
        string short5 = string.Join('\n', whole.Split('\n').Take(11)) + "\n";
        string shrunk = Assert.Throws<TableException>(() => Keep(store, folder.Write("b.csv", short5))).Message;
        Assert.Contains("10 records where there were 50", shrunk, StringComparison.Ordinal);
        Assert.Contains("'Firm number 11'", shrunk, StringComparison.Ordinal);
        string reshaped = Assert
            .Throws<TableException>(() =>
                Keep(store, folder.Write("c.csv", whole.Replace("id,name,country", "id,name,land", StringComparison.Ordinal)))
            )
            .Message;
        Assert.Contains("columns that are gone: country", reshaped, StringComparison.Ordinal);
        Assert.Equal(50, store.Read("own").List.Records.Count);
        Assert.Throws<TableException>(() => Keep(store, folder.Write("d.csv", "id,name,country\n")));
        Assert.Contains(
            "name",
            Assert
                .Throws<TableException>(() =>
                    Keep(store, folder.Write("e.csv", whole.Replace("id,name", "id,title", StringComparison.Ordinal)))
                )
                .Message,
            StringComparison.Ordinal
        );
        Keep(store, folder.Write("f.csv", short5), new ListChoice { AcceptsChanges = true });
        Assert.Equal(10, store.Read("own").List.Records.Count);
        Assert.Equal(50, store.ReadBefore("own")!.List.Records.Count);
        Assert.Equal("own", Assert.Throws<UnknownNameException>(() => store.Read("owm")).Nearest[0]);
    }

    [Fact]
    public void A_published_list_has_a_least_number_of_records_and_names_it_always_had()
    {
        using var folder = new TemporaryFolder();
        var store = new ScreeningStore(folder.Root);
        string row = string.Concat(Enumerable.Repeat("-0- ,", 8));
        string Sdn(int count, string first) =>
            $"1,\"{first}\",-0- ,{row}-0- \n" + string.Concat(Enumerable.Range(2, count).Select(i => $"{i},\"FIRM {i}\",-0- ,{row}-0- \n"));
        string Refusal(string text) =>
            Assert
                .Throws<TableException>(() =>
                    store.ReadFiles(
                        ListLayouts.Find("sdn"),
                        "sdn",
                        [folder.Write("sdn.csv", text)],
                        new ListChoice(),
                        TestContext.Current.CancellationToken
                    )
                )
                .Message;
        Assert.Contains("at least 5000", Refusal(Sdn(10, "X")), StringComparison.Ordinal);
        Assert.Contains("BANCO NACIONAL DE CUBA", Refusal(Sdn(6000, "X")), StringComparison.Ordinal);
        Assert.Contains("HIZBALLAH", Refusal(Sdn(6000, "BANCO NACIONAL DE CUBA")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_list_that_is_damaged_is_told()
    {
        using var folder = new TemporaryFolder();
        var store = new ScreeningStore(folder.PathOf("w"));
        Directory.CreateDirectory(folder.PathOf("w"));
        Keep(store, folder.Write("a.csv", "name\nAcme\n"));
        string file = Path.Combine(folder.PathOf("w"), "screening", "own.list");
        File.WriteAllText(file, File.ReadAllText(file).Replace("Acme", "Acne", StringComparison.Ordinal));
        Assert.Contains("damaged", Assert.Throws<TableException>(() => store.Read("own")).Message, StringComparison.Ordinal);
    }

    private static void Keep(ScreeningStore store, string file, ListChoice? choice = null)
    {
        choice ??= new ListChoice();
        store.Keep(store.ReadFiles(ListLayouts.Find("plain"), "own", [file], choice, TestContext.Current.CancellationToken), choice);
    }

    [Fact]
    public void A_document_type_is_refused_in_words_of_lists()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("un.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><CONSOLIDATED_LIST/>");
        string message = Assert.Throws<TableException>(() => Read("un", file)).Message;
        Assert.Contains("<!DOCTYPE", message, StringComparison.Ordinal);
        Assert.DoesNotContain("XmlReaderSettings", message, StringComparison.Ordinal);
    }

    private static StoredList Read(string layout, params string[] files) =>
        new ScreeningStore(Path.GetTempPath()).ReadFiles(
            ListLayouts.Find(layout),
            "made",
            files,
            Part,
            TestContext.Current.CancellationToken
        );
}
