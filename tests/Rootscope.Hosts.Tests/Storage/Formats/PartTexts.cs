namespace Rootscope.Hosts.Tests.Storage.Formats;

/// <summary>Small tables in layouts that come in parts without labels, or flat.</summary>
internal static class PartTexts
{
    /// <summary>Eora26, labels_T.txt: country, code, kind, sector, and a tab at the end; the last is ROW.</summary>
    public const string EoraLabelsT = """
        Afghanistan	AFG	Industries	Agriculture	
        Afghanistan	AFG	Industries	Electrical and Machinery	
        Zimbabwe	ZWE	Industries	Agriculture	
        Zimbabwe	ZWE	Industries	Electrical and Machinery	
        Statistical Discrepancies	ROW	TOTAL	TOTAL	

        """;

    /// <summary>The same, labels_FD.txt.</summary>
    public const string EoraLabelsFd = """
        Afghanistan	AFG	Final demand	Household final consumption P.3h	
        Afghanistan	AFG	Final demand	Non-profit institutions serving households P.3n	
        Afghanistan	AFG	Final demand	Government final consumption P.3g	
        Afghanistan	AFG	Final demand	Gross fixed capital formation P.51	
        Afghanistan	AFG	Final demand	Changes in inventories P.52	
        Afghanistan	AFG	Final demand	Acquisitions less disposals of valuables P.53	
        Zimbabwe	ZWE	Final demand	Household final consumption P.3h	
        Zimbabwe	ZWE	Final demand	Non-profit institutions serving households P.3n	
        Zimbabwe	ZWE	Final demand	Government final consumption P.3g	
        Zimbabwe	ZWE	Final demand	Gross fixed capital formation P.51	
        Zimbabwe	ZWE	Final demand	Changes in inventories P.52	
        Zimbabwe	ZWE	Final demand	Acquisitions less disposals of valuables P.53	
        Statistical Discrepancies	ROW	Final demand	Household final consumption P.3h	
        Statistical Discrepancies	ROW	Final demand	Non-profit institutions serving households P.3n	
        Statistical Discrepancies	ROW	Final demand	Government final consumption P.3g	
        Statistical Discrepancies	ROW	Final demand	Gross fixed capital formation P.51	
        Statistical Discrepancies	ROW	Final demand	Changes in inventories P.52	
        Statistical Discrepancies	ROW	Final demand	Acquisitions less disposals of valuables P.53	

        """;

    /// <summary>The same, labels_VA.txt.</summary>
    public const string EoraLabelsVa = """
        Primary inputs	Compensation of employees D.1	
        Primary inputs	Taxes on production D.29	

        """;

    /// <summary>The same, Eora26_2015_bp_T.txt: figures alone.</summary>
    public const string EoraT = """
        6.77	7.85	1.04	1.02	0.5
        3.94	9.97	0.58	0.3	0.5
        0.52	0.52	3.27	2.68	0.5
        0.22	0.65	3.11	5.69	0.5
        0.25	0.25	0.25	0.25	0

        """;

    /// <summary>The same, Eora26_2015_bp_FD.txt.</summary>
    public const string EoraFd = """
        6.05	2.12	6.08	16.27	-1.17	22	2.41	1.24	0.3	2.18	-0.23	1.19	0.1	0.1	0.1	0.1	0.1	0.1
        19.75	8.97	27.45	25.01	-2.38	28.62	0.7	1.64	2.19	2.4	-0.12	0.42	0.1	0.1	0.1	0.1	0.1	0.1
        1.88	0.31	2.12	0.02	-0.14	1.44	3.59	14.41	15	11.07	-2.69	25.98	0.1	0.1	0.1	0.1	0.1	0.1
        2.67	0.73	0.08	1.13	-0.03	2.12	7.89	3.85	8.51	12.1	-2.21	13.83	0.1	0.1	0.1	0.1	0.1	0.1
        0	0	0	0	0	0	0	0	0	0	0	0	0	0	0	0	0	0

        """;

    /// <summary>The same, Eora26_2015_bp_VA.txt.</summary>
    public const string EoraVa = """
        64.22	110.62	72.78	51.29	1
        0.3	0.68	0.05	0.21	0

        """;

    /// <summary>FIGARO, industry by industry, matrix.</summary>
    public const string FigaroMatrix = """
        rowLabels,AT_C26,AT_C31_32,FIGW1_C26,FIGW1_C31_32,AT_P3_S13,AT_P3_S14,AT_P3_S15,AT_P51G,AT_P5M,FIGW1_P3_S13,FIGW1_P3_S14,FIGW1_P3_S15,FIGW1_P51G,FIGW1_P5M
        AT_C26,9.25,9.49,1.78,0.17,15.38,22.03,10.77,1.73,23.49,1.77,1.97,1.86,2.91,1.09
        AT_C31_32,5.92,4.24,1.06,0.26,22.79,11.06,17.16,19.82,9.43,0.26,1.42,2.15,1.77,1.34
        FIGW1_C26,0.38,0.89,2.21,4.55,1.93,0.55,0.54,0.97,2.45,5.87,3.43,2.96,1.17,8.27
        FIGW1_C31_32,0.05,0.17,7.1,4.21,1.72,2.46,0.99,1.11,0.87,9.14,23.33,16.47,7.75,3.21
        W2_D21X31,0.78,0.71,0.83,0.24,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1,0.1
        W2_OP_RES,0,0,0,0,1.5,1.5,1.5,1.5,1.5,1.5,1.5,1.5,1.5,1.5
        W2_OP_NRES,0,0,0,0,-1.5,-1.5,-1.5,-1.5,-1.5,-1.5,-1.5,-1.5,-1.5,-1.5
        W2_D1,43.66,41.59,11.6,34.58,0,0,0,0,0,0,0,0,0,0
        W2_D29X39,0,0,0,0,0,0,0,0,0,0,0,0,0,0
        W2_B2A3G,43.65,41.59,11.59,34.57,0,0,0,0,0,0,0,0,0,0

        """;

    /// <summary>FIGARO, industry by industry, flat.</summary>
    public const string FigaroFlat = """
        icioiRow,icioiCol,refArea,rowIi,counterpartArea,colIi,obsValue
        AT_C26,AT_C26,AT,C26,AT,C26,9.25
        AT_C26,AT_C31_32,AT,C26,AT,C31_32,9.49
        AT_C26,FIGW1_C26,AT,C26,FIGW1,C26,1.78
        AT_C26,FIGW1_C31_32,AT,C26,FIGW1,C31_32,0.17
        AT_C26,AT_P3_S13,AT,C26,AT,P3_S13,15.38
        AT_C26,AT_P3_S14,AT,C26,AT,P3_S14,22.03
        AT_C26,AT_P3_S15,AT,C26,AT,P3_S15,10.77
        AT_C26,AT_P51G,AT,C26,AT,P51G,1.73
        AT_C26,AT_P5M,AT,C26,AT,P5M,23.49
        AT_C26,FIGW1_P3_S13,AT,C26,FIGW1,P3_S13,1.77
        AT_C26,FIGW1_P3_S14,AT,C26,FIGW1,P3_S14,1.97
        AT_C26,FIGW1_P3_S15,AT,C26,FIGW1,P3_S15,1.86
        AT_C26,FIGW1_P51G,AT,C26,FIGW1,P51G,2.91
        AT_C26,FIGW1_P5M,AT,C26,FIGW1,P5M,1.09
        AT_C31_32,AT_C26,AT,C31_32,AT,C26,5.92
        AT_C31_32,AT_C31_32,AT,C31_32,AT,C31_32,4.24
        AT_C31_32,FIGW1_C26,AT,C31_32,FIGW1,C26,1.06
        AT_C31_32,FIGW1_C31_32,AT,C31_32,FIGW1,C31_32,0.26
        AT_C31_32,AT_P3_S13,AT,C31_32,AT,P3_S13,22.79
        AT_C31_32,AT_P3_S14,AT,C31_32,AT,P3_S14,11.06
        AT_C31_32,AT_P3_S15,AT,C31_32,AT,P3_S15,17.16
        AT_C31_32,AT_P51G,AT,C31_32,AT,P51G,19.82
        AT_C31_32,AT_P5M,AT,C31_32,AT,P5M,9.43
        AT_C31_32,FIGW1_P3_S13,AT,C31_32,FIGW1,P3_S13,0.26
        AT_C31_32,FIGW1_P3_S14,AT,C31_32,FIGW1,P3_S14,1.42
        AT_C31_32,FIGW1_P3_S15,AT,C31_32,FIGW1,P3_S15,2.15
        AT_C31_32,FIGW1_P51G,AT,C31_32,FIGW1,P51G,1.77
        AT_C31_32,FIGW1_P5M,AT,C31_32,FIGW1,P5M,1.34
        FIGW1_C26,AT_C26,FIGW1,C26,AT,C26,0.38
        FIGW1_C26,AT_C31_32,FIGW1,C26,AT,C31_32,0.89
        FIGW1_C26,FIGW1_C26,FIGW1,C26,FIGW1,C26,2.21
        FIGW1_C26,FIGW1_C31_32,FIGW1,C26,FIGW1,C31_32,4.55
        FIGW1_C26,AT_P3_S13,FIGW1,C26,AT,P3_S13,1.93
        FIGW1_C26,AT_P3_S14,FIGW1,C26,AT,P3_S14,0.55
        FIGW1_C26,AT_P3_S15,FIGW1,C26,AT,P3_S15,0.54
        FIGW1_C26,AT_P51G,FIGW1,C26,AT,P51G,0.97
        FIGW1_C26,AT_P5M,FIGW1,C26,AT,P5M,2.45
        FIGW1_C26,FIGW1_P3_S13,FIGW1,C26,FIGW1,P3_S13,5.87
        FIGW1_C26,FIGW1_P3_S14,FIGW1,C26,FIGW1,P3_S14,3.43
        FIGW1_C26,FIGW1_P3_S15,FIGW1,C26,FIGW1,P3_S15,2.96
        FIGW1_C26,FIGW1_P51G,FIGW1,C26,FIGW1,P51G,1.17
        FIGW1_C26,FIGW1_P5M,FIGW1,C26,FIGW1,P5M,8.27
        FIGW1_C31_32,AT_C26,FIGW1,C31_32,AT,C26,0.05
        FIGW1_C31_32,AT_C31_32,FIGW1,C31_32,AT,C31_32,0.17
        FIGW1_C31_32,FIGW1_C26,FIGW1,C31_32,FIGW1,C26,7.1
        FIGW1_C31_32,FIGW1_C31_32,FIGW1,C31_32,FIGW1,C31_32,4.21
        FIGW1_C31_32,AT_P3_S13,FIGW1,C31_32,AT,P3_S13,1.72
        FIGW1_C31_32,AT_P3_S14,FIGW1,C31_32,AT,P3_S14,2.46
        FIGW1_C31_32,AT_P3_S15,FIGW1,C31_32,AT,P3_S15,0.99
        FIGW1_C31_32,AT_P51G,FIGW1,C31_32,AT,P51G,1.11
        FIGW1_C31_32,AT_P5M,FIGW1,C31_32,AT,P5M,0.87
        FIGW1_C31_32,FIGW1_P3_S13,FIGW1,C31_32,FIGW1,P3_S13,9.14
        FIGW1_C31_32,FIGW1_P3_S14,FIGW1,C31_32,FIGW1,P3_S14,23.33
        FIGW1_C31_32,FIGW1_P3_S15,FIGW1,C31_32,FIGW1,P3_S15,16.47
        FIGW1_C31_32,FIGW1_P51G,FIGW1,C31_32,FIGW1,P51G,7.75
        FIGW1_C31_32,FIGW1_P5M,FIGW1,C31_32,FIGW1,P5M,3.21
        W2_D21X31,AT_C26,W2,D21X31,AT,C26,0.78
        W2_D21X31,AT_C31_32,W2,D21X31,AT,C31_32,0.71
        W2_D21X31,FIGW1_C26,W2,D21X31,FIGW1,C26,0.83
        W2_D21X31,FIGW1_C31_32,W2,D21X31,FIGW1,C31_32,0.24
        W2_D21X31,AT_P3_S13,W2,D21X31,AT,P3_S13,0.1
        W2_D21X31,AT_P3_S14,W2,D21X31,AT,P3_S14,0.1
        W2_D21X31,AT_P3_S15,W2,D21X31,AT,P3_S15,0.1
        W2_D21X31,AT_P51G,W2,D21X31,AT,P51G,0.1
        W2_D21X31,AT_P5M,W2,D21X31,AT,P5M,0.1
        W2_D21X31,FIGW1_P3_S13,W2,D21X31,FIGW1,P3_S13,0.1
        W2_D21X31,FIGW1_P3_S14,W2,D21X31,FIGW1,P3_S14,0.1
        W2_D21X31,FIGW1_P3_S15,W2,D21X31,FIGW1,P3_S15,0.1
        W2_D21X31,FIGW1_P51G,W2,D21X31,FIGW1,P51G,0.1
        W2_D21X31,FIGW1_P5M,W2,D21X31,FIGW1,P5M,0.1
        W2_OP_RES,AT_C26,W2,OP_RES,AT,C26,0
        W2_OP_RES,AT_C31_32,W2,OP_RES,AT,C31_32,0
        W2_OP_RES,FIGW1_C26,W2,OP_RES,FIGW1,C26,0
        W2_OP_RES,FIGW1_C31_32,W2,OP_RES,FIGW1,C31_32,0
        W2_OP_RES,AT_P3_S13,W2,OP_RES,AT,P3_S13,1.5
        W2_OP_RES,AT_P3_S14,W2,OP_RES,AT,P3_S14,1.5
        W2_OP_RES,AT_P3_S15,W2,OP_RES,AT,P3_S15,1.5
        W2_OP_RES,AT_P51G,W2,OP_RES,AT,P51G,1.5
        W2_OP_RES,AT_P5M,W2,OP_RES,AT,P5M,1.5
        W2_OP_RES,FIGW1_P3_S13,W2,OP_RES,FIGW1,P3_S13,1.5
        W2_OP_RES,FIGW1_P3_S14,W2,OP_RES,FIGW1,P3_S14,1.5
        W2_OP_RES,FIGW1_P3_S15,W2,OP_RES,FIGW1,P3_S15,1.5
        W2_OP_RES,FIGW1_P51G,W2,OP_RES,FIGW1,P51G,1.5
        W2_OP_RES,FIGW1_P5M,W2,OP_RES,FIGW1,P5M,1.5
        W2_OP_NRES,AT_C26,W2,OP_NRES,AT,C26,0
        W2_OP_NRES,AT_C31_32,W2,OP_NRES,AT,C31_32,0
        W2_OP_NRES,FIGW1_C26,W2,OP_NRES,FIGW1,C26,0
        W2_OP_NRES,FIGW1_C31_32,W2,OP_NRES,FIGW1,C31_32,0
        W2_OP_NRES,AT_P3_S13,W2,OP_NRES,AT,P3_S13,-1.5
        W2_OP_NRES,AT_P3_S14,W2,OP_NRES,AT,P3_S14,-1.5
        W2_OP_NRES,AT_P3_S15,W2,OP_NRES,AT,P3_S15,-1.5
        W2_OP_NRES,AT_P51G,W2,OP_NRES,AT,P51G,-1.5
        W2_OP_NRES,AT_P5M,W2,OP_NRES,AT,P5M,-1.5
        W2_OP_NRES,FIGW1_P3_S13,W2,OP_NRES,FIGW1,P3_S13,-1.5
        W2_OP_NRES,FIGW1_P3_S14,W2,OP_NRES,FIGW1,P3_S14,-1.5
        W2_OP_NRES,FIGW1_P3_S15,W2,OP_NRES,FIGW1,P3_S15,-1.5
        W2_OP_NRES,FIGW1_P51G,W2,OP_NRES,FIGW1,P51G,-1.5
        W2_OP_NRES,FIGW1_P5M,W2,OP_NRES,FIGW1,P5M,-1.5
        W2_D1,AT_C26,W2,D1,AT,C26,43.66
        W2_D1,AT_C31_32,W2,D1,AT,C31_32,41.59
        W2_D1,FIGW1_C26,W2,D1,FIGW1,C26,11.6
        W2_D1,FIGW1_C31_32,W2,D1,FIGW1,C31_32,34.58
        W2_D1,AT_P3_S13,W2,D1,AT,P3_S13,0
        W2_D1,AT_P3_S14,W2,D1,AT,P3_S14,0
        W2_D1,AT_P3_S15,W2,D1,AT,P3_S15,0
        W2_D1,AT_P51G,W2,D1,AT,P51G,0
        W2_D1,AT_P5M,W2,D1,AT,P5M,0
        W2_D1,FIGW1_P3_S13,W2,D1,FIGW1,P3_S13,0
        W2_D1,FIGW1_P3_S14,W2,D1,FIGW1,P3_S14,0
        W2_D1,FIGW1_P3_S15,W2,D1,FIGW1,P3_S15,0
        W2_D1,FIGW1_P51G,W2,D1,FIGW1,P51G,0
        W2_D1,FIGW1_P5M,W2,D1,FIGW1,P5M,0
        W2_D29X39,AT_C26,W2,D29X39,AT,C26,0
        W2_D29X39,AT_C31_32,W2,D29X39,AT,C31_32,0
        W2_D29X39,FIGW1_C26,W2,D29X39,FIGW1,C26,0
        W2_D29X39,FIGW1_C31_32,W2,D29X39,FIGW1,C31_32,0
        W2_D29X39,AT_P3_S13,W2,D29X39,AT,P3_S13,0
        W2_D29X39,AT_P3_S14,W2,D29X39,AT,P3_S14,0
        W2_D29X39,AT_P3_S15,W2,D29X39,AT,P3_S15,0
        W2_D29X39,AT_P51G,W2,D29X39,AT,P51G,0
        W2_D29X39,AT_P5M,W2,D29X39,AT,P5M,0
        W2_D29X39,FIGW1_P3_S13,W2,D29X39,FIGW1,P3_S13,0
        W2_D29X39,FIGW1_P3_S14,W2,D29X39,FIGW1,P3_S14,0
        W2_D29X39,FIGW1_P3_S15,W2,D29X39,FIGW1,P3_S15,0
        W2_D29X39,FIGW1_P51G,W2,D29X39,FIGW1,P51G,0
        W2_D29X39,FIGW1_P5M,W2,D29X39,FIGW1,P5M,0
        W2_B2A3G,AT_C26,W2,B2A3G,AT,C26,43.65
        W2_B2A3G,AT_C31_32,W2,B2A3G,AT,C31_32,41.59
        W2_B2A3G,FIGW1_C26,W2,B2A3G,FIGW1,C26,11.59
        W2_B2A3G,FIGW1_C31_32,W2,B2A3G,FIGW1,C31_32,34.57
        W2_B2A3G,AT_P3_S13,W2,B2A3G,AT,P3_S13,0
        W2_B2A3G,AT_P3_S14,W2,B2A3G,AT,P3_S14,0
        W2_B2A3G,AT_P3_S15,W2,B2A3G,AT,P3_S15,0
        W2_B2A3G,AT_P51G,W2,B2A3G,AT,P51G,0
        W2_B2A3G,AT_P5M,W2,B2A3G,AT,P5M,0
        W2_B2A3G,FIGW1_P3_S13,W2,B2A3G,FIGW1,P3_S13,0
        W2_B2A3G,FIGW1_P3_S14,W2,B2A3G,FIGW1,P3_S14,0
        W2_B2A3G,FIGW1_P3_S15,W2,B2A3G,FIGW1,P3_S15,0
        W2_B2A3G,FIGW1_P51G,W2,B2A3G,FIGW1,P51G,0
        W2_B2A3G,FIGW1_P5M,W2,B2A3G,FIGW1,P5M,0

        """;

    /// <summary>GLORIA, T part: industries and products of every region, figures alone.</summary>
    public const string GloriaT = """
        0,0,83.65,11.07,0,0,0,0
        0,0,9.29,99.62,0,0,0,0
        5.48,3.46,0,0,1.69,0.58,0,0
        5.1,3.44,0,0,0.83,1.95,0,0
        0,0,0,0,0,0,83.55,9.03
        0,0,0,0,0,0,9.28,81.3
        0.21,0.89,0,0,2.25,3.5,0,0
        2,0.66,0,0,6.08,4.2,0,0

        """;

    /// <summary>The same, Y part.</summary>
    public const string GloriaY = """
        0,0,0,0,0,0,0,0,0,0,0,0
        0,0,0,0,0,0,0,0,0,0,0,0
        21.91,13.42,5.11,13.02,-1.22,23.78,1.69,0.59,2.02,0.9,-0.15,0.66
        12.32,23.58,15.47,22.57,-2.27,17.61,1.94,1.19,1.85,2.33,-0.03,2.81
        0,0,0,0,0,0,0,0,0,0,0,0
        0,0,0,0,0,0,0,0,0,0,0,0
        1.1,0.42,0.45,1.02,-0.02,1.19,12.45,19.66,14,28.06,-1.98,9.63
        2.62,2.1,2.9,2.2,-0.29,0.62,8.35,29.17,0.66,27.71,-2.73,4.08

        """;

    /// <summary>The same, V part: primary inputs of every region.</summary>
    public const string GloriaV = """
        40.965,50.230,0.000,0.000,0.000,0.000,0.000,0.000
        40.965,50.230,0.000,0.000,0.000,0.000,0.000,0.000
        0.000,0.000,0.000,0.000,40.865,40.175,0.000,0.000
        0.000,0.000,0.000,0.000,40.865,40.175,0.000,0.000

        """;

    /// <summary>The same, sheet Regions of the ReadMe.</summary>
    public const string GloriaRegions = """
        Lfd_Nr,Region_acronyms,Region_names
        1,AFG,Afghanistan
        2,XAM,Rest of Americas

        """;

    /// <summary>The same, sheet Sectors.</summary>
    public const string GloriaSectors = """
        Lfd_Nr,Sector_names
        1,Growing wheat
        2,Computers; electronic products; optical and precision instruments

        """;

    /// <summary>The same, sheet Value added and final demand.</summary>
    public const string GloriaUses = """
        Lfd_Nr,Value_added_names,Final_demand_names
        1,Compensation of employees D.1,Household final consumption P.3h
        2,Net operating surplus B.2n,Non-profit institutions serving households P.3n
        3,,Government final consumption P.3g
        4,,Gross fixed capital formation P.51
        5,,Changes in inventories P.52
        6,,Acquisitions less disposals of valuables P.53

        """;
}
